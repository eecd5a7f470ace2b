"""The forms in which a person's name is accepted, and where a gap would split a name."""

from quizapp.core.generation.drafting.bank import DraftDocument, draft
from quizapp.core.generation.drafting.name_rules import is_made_of
from quizapp.core.generation.drafting.person_names import is_full_name, names_of
from quizapp.core.generation.language.syntax import parse_sentence
from quizapp.core.generation.mentions.names import find_names
from quizapp.core.generation.mentions.roster import Roster, make_roster
from quizapp.core.kinds import Cloze
from quizapp.core.reading.document import read_document


def roster(*sentences: str) -> Roster:
    return make_roster([(n, parse_sentence(text)) for n, text in enumerate(sentences)])


def test_a_rank_may_be_left_out_and_the_surname_is_enough() -> None:
    found = names_of("British General Sir John Corbet", roster("We met."), surely=True)
    assert found == ["John Corbet", "Corbet"]


def test_a_surname_of_two_is_not_enough() -> None:
    known = roster("John Corbet came in 1821.", "Anna Corbet left in 1822.")
    assert "Corbet" not in names_of("John Corbet", known, surely=True)


def test_a_surname_keeps_its_particles_or_not() -> None:
    found = names_of("Paul de Bellerive", roster("We met."), surely=True)
    assert found == ["de Bellerive", "Bellerive"]


def test_who_is_known_by_one_name_may_be_written_in_full() -> None:
    assert "Napoleon Bonaparte" in names_of("Napoleon", roster("We met."), surely=True)


def test_what_may_be_a_thing_is_not_cut() -> None:
    assert names_of("Marlow Farm", roster("We met."), surely=False) == []


def test_a_known_first_name_with_a_surname_is_a_full_name() -> None:
    assert is_full_name("John Corbet")
    assert not is_full_name("John Tower")


def test_bynames_and_particles_belong_to_the_name() -> None:
    names = [name.text for name in find_names(parse_sentence("In 1837, Queen Anna the Bold met Linant de Bellerive."))]
    assert names == ["Queen Anna the Bold", "Linant de Bellerive"]


def test_a_family_a_saint_and_a_firm_are_no_person() -> None:
    known = roster(
        "John Corbet sold it to the Corbet family in 1821.", "It was made by General Mills Company in Turin."
    )
    assert known.full_names == {}
    assert known.sorts.get("General Mills", ("",))[0] != "person"


def test_a_word_made_of_the_key_gives_it_away() -> None:
    assert is_made_of("Cotton", "Cottonian")
    assert is_made_of("Egyptian", "Egypt")
    assert not is_made_of("Rome", "Romania")


def test_a_number_behind_a_rulers_name_is_no_surname() -> None:
    assert is_full_name("Pope Alexander VII")
    assert names_of("Pope Alexander VII", roster("We met."), surely=True) == ["Alexander VII"]


def test_a_church_and_a_nickname_are_no_person() -> None:
    known = roster("They saw the church of Hagia Sophia.", 'Her letters were signed "Aunt Ellen" in those years.')
    assert known.sorts.get("Hagia Sophia", ("",))[0] != "person"
    assert known.sorts.get("Aunt Ellen", ("",))[0] != "person"


def test_a_countryman_is_no_part_of_a_name() -> None:
    names = [name.text for name in find_names(parse_sentence("In 1888, Scotsman John Corbet met Anna Neri."))]
    assert names == ["John Corbet", "Anna Neri"]


def test_a_water_and_a_battle_are_accepted_without_their_head_word() -> None:
    text = "In 1781 the fleet of Carlo Rossi sailed into Quindera Bay. John Corbet won the Battle of Cowmarsh in 1783."
    read = read_document(text.encode(), "fleet.txt")
    bank = draft([DraftDocument("fleet", "The fleet", read)], title="The fleet")
    ready = [row.content for row in bank.questions if row.tier == "ready" and isinstance(row.content, Cloze)]
    assert ("Quindera Bay", "Quindera") in [content.accept for content in ready]
    assert ("Battle of Cowmarsh", "Cowmarsh") in [content.accept for content in ready]


def test_whose_family_it_is_need_not_be_told() -> None:
    text = "John Corbet left Oxford in 1821. In 1835 the bank of Turin bought the mills of the Corbet family."
    read = read_document(text.encode(), "mills.txt")
    questions = draft([DraftDocument("mills", "The mills", read)], title="The mills").questions
    assert [row for row in questions if row.tier == "ready" and "Corbet family" in row.stem]
