import pytest

from quizapp.core.generation.drafting.bank import DraftDocument, draft
from quizapp.core.generation.extraction.cleaning import clean_sentence
from quizapp.core.generation.extraction.variants import WITHOUT_FRONT, variants_of
from quizapp.core.generation.language.syntax import parse_sentence
from quizapp.core.kinds import key_text
from quizapp.core.reading.anchors import find_quote
from quizapp.core.reading.document import read_document


def fronts(text: str) -> list[str]:
    cleaned = clean_sentence(text, 0, len(text))
    return [part.text for how, part in variants_of(cleaned, parse_sentence(cleaned.text)) if how == WITHOUT_FRONT]


@pytest.mark.parametrize(
    "front",
    ["A year later", "The following autumn", "In later years", "Over the next 15 years", "Earlier this month", "Later"],
)
def test_a_time_that_another_sentence_gives_is_left_out(front: str) -> None:
    assert fronts(f"{front}, the Mill Museum bought two looms from Lublin.") == [
        "The Mill Museum bought two looms from Lublin."
    ]


def test_a_time_of_its_own_stays() -> None:
    assert fronts("In 1905, the Mill Museum bought two looms from Lublin.") == []
    assert fronts("Later the Mill Museum bought two looms from Lublin.") == []


def test_without_its_time_a_sentence_is_for_the_eye_and_its_quote_is_exact() -> None:
    text = "The mill was sold. The following year, the Mill Museum bought two looms from a weaver in Lublin."
    read = read_document(text.encode(), "mill.txt")
    rows = draft([DraftDocument("mill", "Looms", read)], title="Looms").questions
    asked = {row.stem: row for row in rows if key_text(row.content) == "Lublin"}
    (row,) = asked.values()
    assert (row.stem, row.tier) == ("The Mill Museum bought two looms from a weaver in ____.", "needs-your-eye")
    assert find_quote(text, row.citations[0].quote).exact.startswith("the Mill Museum bought")


@pytest.mark.parametrize(
    ("text", "ended"),
    [
        ("In 1905 the king sent letters to all the mills of the whole river valley:", True),
        ("In 1905 the king sent letters in which he and his ministers wrote:", False),
        ("In 1905 the king sent letters to all the mills, and they were the following:", False),
        ("The king sent letters:", False),
    ],
)
def test_a_sentence_that_leads_up_to_a_list_ends_where_it_says_something_by_itself(text: str, *, ended: bool) -> None:
    assert clean_sentence(text, 0, len(text)).text.endswith(".") == ended
