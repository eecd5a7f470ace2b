"""Slips of the source are for a teacher's eye."""

import pytest

from quizapp.core.generation.drafting.bank import DraftDocument, draft
from quizapp.core.kinds import QuestionDraft, key_text
from quizapp.core.reading.document import read_document


def drafted(text: str) -> tuple[QuestionDraft, ...]:
    read = read_document(text.encode(), "turin.txt")
    return draft([DraftDocument("turin", "The mills", read)], title="The mills").questions


@pytest.mark.parametrize(
    "text",
    [
        "In 1835 the merchant Carlo Rossi sailed to the west Indies with 40 men.",
        "Two towers of Turin built in 1835 bend before joining one other.",
        "Apart for the winter of 1835, Carlo Rossi lived in Turin.",
        "In 1835 Carlo Rossi built a old mill in Turin.",
        "The library of Carlo Rossi in Turin held 8,000 vols. in 1835.",
        "In 1835 the merchant Carlo Rossi of Turin gave the library.",
        "The first mills was built in Turin in 1835 by Carlo Rossi.",
        "Production in 1835 were sold by Carlo Rossi in Turin.",
        "In 1835 the Bishop Rossi built 40 mills in Turin.",
        "In 1835 Carlo Rossi taught 40 students at University of Turin.",
        "Carlo Rossi of Turin from 1830 until 1835, when the mill was closed by the city.",
    ],
)
def test_a_slip_of_the_source_is_a_doubt(text: str) -> None:
    assert [row.stem for row in drafted(text) if row.tier == "ready"] == []


def test_what_only_looks_like_a_slip_is_none() -> None:
    text = (
        "In 1835 a European physics of light was taught in Turin by Carlo Rossi. The news was sent to Oxford in 1837."
    )
    assert [row for row in drafted(text) if row.tier == "ready"]


def test_who_says_so_in_passing_is_not_asked() -> None:
    found = drafted("In 1835 the mill was rebuilt to a plan which Rossi said was the best in Turin.")
    assert "Rossi" not in [key_text(row.content) for row in found]


def test_two_things_done_are_not_put_into_one_question() -> None:
    stems = [row.stem for row in drafted("Carlo Rossi was named head of Turin in 1835, and became its bishop in 1840.")]
    assert not any(stem.endswith("?") and " and became" in stem for stem in stems)


def test_a_year_is_not_offered_beyond_another_of_its_sentence() -> None:
    text = "In 1835 Carlo Rossi entered the college of Turin and earned the degree of a bachelor there in 1840."
    for row in drafted(text):
        years = [int(option.text) for option in getattr(row.content, "options", ()) if option.text.isdigit()]
        assert all(year > 1835 for year in years) or all(year < 1840 for year in years)
