"""An answer without the words of whoever gave it."""

from __future__ import annotations

import pytest

from quizapp.core.grading import impersonal
from quizapp.core.kinds import Chosen, Content, Response, Typed, content_from

TOWN = content_from("short_text", {"accept": ["Lagos"], "wrong": [{"text": "Accra", "reason": "It is in Ghana."}]})
YEARS = content_from("number", {"value": "12", "unit": "years"})
DAY = content_from("date", {"value": "1949-04-04"})


@pytest.mark.parametrize(
    ("content", "typed", "kept"),
    [
        (TOWN, "it was lagos", "Lagos"),
        (TOWN, "I think accra", "Accra"),
        (TOWN, "accra", "Accra"),
        (TOWN, "Tim Teller, 4b", "(erased)"),
        (content_from("short_text", {"accept": ["erased"]}), "Tim Teller", "—"),
        (YEARS, "about twelve years", "12 years"),
        (YEARS, "thirteen, I think", "13"),
        (YEARS, "Tim Teller", "(erased)"),
        (DAY, "April 4th, 1949", "4 April 1949"),
        (DAY, "on 5 May 1950", "1950-05-05"),
    ],
)
def test_only_the_questions_own_words_and_figures_stay(content: Content, typed: str, kept: str) -> None:
    assert impersonal([content], Typed(typed)) == Typed(kept)


@pytest.mark.parametrize("response", [Chosen(1), None])
def test_what_was_not_typed_stays(response: Response | None) -> None:
    assert impersonal([TOWN], response) == response


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("lagos", "Lagos"), ("the Capital", "Abuja"), ("Eko", "Eko"), ("Tim Teller", "(erased)")],
)
def test_what_was_judged_anew_earns_the_same_by_every_version(typed: str, kept: str) -> None:
    first = content_from("short_text", {"accept": ["Lagos", "Eko"]})
    corrected = content_from("short_text", {"accept": ["Abuja", "the capital", "Lagos"]})
    assert impersonal([first, corrected], Typed(typed)) == Typed(kept)
