from quizapp.core.generation.drafting.bank import DraftDocument, draft
from quizapp.core.generation.extraction.heroes import gender_told, leading_subject
from quizapp.core.generation.language.syntax import parse_sentence
from quizapp.core.generation.mentions.roster import make_roster
from quizapp.core.kinds import key_text
from quizapp.core.reading.document import read_document

LIFE = (
    "Marek was born in a mill near the river. He learned to read from his aunt. Marek painted the mill in 1801. "
    "His first pictures were sold in Lublin. Marek travelled to Venice with his friend Adam Nowak. "
    "Marek sold his pictures to a baker. He lived in a room above his shop. Marek died there of a fever. "
    "Marek's letters were lost.\n\nIn 1812, he was sent to Warsaw. The king gave him a house.\n"
)
LEARNED = "In what year was Marek sent to Warsaw?"


def keys(text: str, title: str = "A painter's life") -> dict[str, tuple[str, str]]:
    bank = draft([DraftDocument("life", title, read_document(text.encode(), "life.txt"))], title=title)
    return {row.stem: (key_text(row.content), row.tier) for row in bank.questions}


def hero(text: str) -> str:
    syntaxes = [parse_sentence(sentence + ".") for sentence in text.replace("\n", " ").rstrip(". ").split(". ")]
    return leading_subject(syntaxes, make_roster(list(enumerate(syntaxes))))


def test_who_acts_again_and_again_is_the_one_an_unbound_he_means() -> None:
    assert hero(LIFE) == "Marek"
    assert keys(LIFE)[LEARNED] == ("1812", "ready")


def test_with_two_who_act_alike_or_with_both_genders_nobody_is_meant() -> None:
    other = "".join(f"In the mill Adam {did}. " for did in ("saw it", "left", "came back", "wrote it", "sold it"))
    assert hero(other + LIFE) == ""
    assert gender_told([parse_sentence("He saw her and she saw him and his aunt and her dog and she left him.")]) == ""
    assert LEARNED not in keys(other + LIFE)


def test_an_unbound_she_is_not_the_man_of_the_document() -> None:
    assert not [stem for stem in keys(LIFE.replace("he was sent", "she was sent")) if "Marek sent" in stem]


def test_a_pronoun_beside_the_hero_means_somebody_else() -> None:
    found = keys(LIFE + "In his memory Marek built a chapel in Padua in 1809.")
    assert not [stem for stem in found if "Marek's memory" in stem]


def test_it_is_read_as_the_thing_of_the_title_and_doubted() -> None:
    text = "The museum was opened by the king. It was moved to Lublin in 1905."
    assert keys(text, "The Clock Museum")["The museum was moved to ____ in 1905."] == ("Lublin", "needs-your-eye")
    assert not [stem for stem in keys(text, "Clocks") if stem.startswith("The museum was moved")]
