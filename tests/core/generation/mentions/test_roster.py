from quizapp.core.generation.language.syntax import parse_sentence
from quizapp.core.generation.mentions.names import find_names
from quizapp.core.generation.mentions.roster import Roster, make_roster


def names(text: str) -> list[str]:
    return [mention.text for mention in find_names(parse_sentence(text))]


def roster(*sentences: str) -> Roster:
    return make_roster([(n, parse_sentence(text)) for n, text in enumerate(sentences)])


def test_a_name_goes_over_particles_and_of() -> None:
    text = "In 1564, René Goulaine de Laudonnière signed the Treaty of Brussels near the University of Chicago."
    assert names(text) == ["René Goulaine de Laudonnière", "Treaty of Brussels", "University of Chicago"]


def test_a_nation_and_an_office_are_no_part_of_a_name() -> None:
    assert names("He met French Ambassador Louis Joxe in Moscow.") == ["Louis Joxe", "Moscow"]


def test_sorts_come_with_their_evidence() -> None:
    found = roster("John Smith, a chemist, went to Paris.", "The Battle of Hastings was lost in England.")
    assert found.sorts["John Smith"][0] == "person"
    assert found.sorts["Paris"] == ("place", "city", ("gazetteer",))
    assert found.sorts["Battle of Hastings"][0] == "battle"
    assert found.sorts["England"][:2] == ("place", "country")


def test_a_surname_stands_for_the_one_who_bears_it() -> None:
    assert roster("John Smith came.", "We saw that Smith left.").full_names == {"Smith": "John Smith"}
    assert roster("John Smith came.", "Anna Smith left.").full_names == {}


def test_a_name_nothing_speaks_for_has_no_sort() -> None:
    assert "Qwertia" not in roster("They went to see Qwertia again.").sorts
