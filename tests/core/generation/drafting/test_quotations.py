import pytest

from quizapp.core.generation.drafting.bank import DraftDocument, draft
from quizapp.core.kinds import Choice, ShortText, key_text
from quizapp.core.reading.anchors import find_quote
from quizapp.core.reading.document import read_document

PEOPLE = (
    "The merchant Anton Huber died in 1650. The priest Josef Brandner was buried in 1713. "
    "The judge Peter Moser resigned in 1711.\n"
)


def speakers(text: str, tier: str = "ready") -> dict[str, str]:
    read = read_document(text.encode(), "road.txt")
    bank = draft([DraftDocument("road", "The Salt Road", read)], title="The Salt Road")
    for row in bank.questions:
        find_quote(read.text, row.citations[0].quote)
    return {row.stem: key_text(row.content) for row in bank.questions if row.tier == tier and row.stem[:3] == "Who"}


@pytest.mark.parametrize(
    ("sentence", "stem"),
    [
        (
            "“Nobody who carries salt will ever starve in the hills,” wrote the merchant Anton Huber, in a letter.",
            "Who wrote: “Nobody who carries salt will ever starve in the hills”?",
        ),
        (
            'In 1640, Anton Huber wrote: "The carts stand in the snow and the oxen have nothing to eat."',
            "Who wrote: “The carts stand in the snow and the oxen have nothing to eat”?",
        ),
        (
            "“Our salt is worth more than all of their silver,” Anton Huber, a merchant of the town, told the court.",
            "Who said: “Our salt is worth more than all of their silver”?",
        ),
        (
            "Huber said that “the road made every village along it twice as rich as before”.",
            "Who said that “the road made every village along it twice as rich as before”?",
        ),
        (
            "“Who would pay such a toll for a sack of salt?” asked Anton Huber.",
            "Who asked: “Who would pay such a toll for a sack of salt?”",
        ),
    ],
)
def test_a_quotation_is_asked_for_its_speaker(sentence: str, stem: str) -> None:
    assert speakers(PEOPLE + sentence)[stem] == "Anton Huber"


def test_other_people_of_the_document_are_the_wrong_answers_and_without_them_the_name_is_typed() -> None:
    said = "“Nobody who carries salt will ever starve in the hills,” said Anton Huber, a merchant."
    for text, kind in ((PEOPLE + said, Choice), ("The road was paved in 1612. " + said, ShortText)):
        bank = draft([DraftDocument("road", "Roads", read_document(text.encode(), "road.txt"))], title="Roads")
        (content,) = [row.content for row in bank.questions if row.stem.startswith("Who said")]
        assert isinstance(content, kind)
    assert isinstance(content, ShortText)
    assert content.accept == ("Anton Huber", "Huber")


def test_a_surname_that_speaks_again_beside_a_he_is_a_persons() -> None:
    said = "“We sell more salt today than we ever did,” said Ulka Winter. "
    stem = "Who said: “We sell more salt today than we ever did”?"
    assert speakers(said + "Winter said it was so. She added nothing.") == {stem: "Ulka Winter"}
    assert speakers(said) == {}


@pytest.mark.parametrize(
    "sentence",
    [
        "“The toll [of the bridge] was higher than the price of a cow,” said Anton Huber.",
        "“The salt was sold in Venice and in Genoa for gold,” he said.",
        "“Anton Huber was the richest man of the whole valley,” said Anton Huber.",
        "“Salt is gold,” said Anton Huber.",
        "“One half of it was sold,” said Anton Huber, “and the other half was lost in the snow.”",
        "“Nobody who carries salt will ever starve in the hills,” said Acme Salt.",
    ],
)
def test_no_speaker_is_asked_where_the_words_or_the_name_are_not_sure(sentence: str) -> None:
    found = speakers(PEOPLE + sentence) | speakers(PEOPLE + sentence, "needs-your-eye")
    assert not [stem for stem in found if stem.startswith(("Who said", "Who wrote"))]


def test_words_that_point_at_something_outside_them_are_for_the_eye() -> None:
    said = "“This road was the best of all the roads in the hills,” said Anton Huber."
    assert "Who said: “This road was the best of all the roads in the hills”?" in speakers(
        PEOPLE + said, "needs-your-eye"
    )
