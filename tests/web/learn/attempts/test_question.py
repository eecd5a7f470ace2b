"""A question as it is asked."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask

from quizapp.web.clock import set_clock
from tests.web.browser import Browser
from tests.web.learn.taking import RIGHT, stem_of, take

# Words that would tell: reasons, corrections, dates that order, what else is accepted.
TELLING = (
    "Why ",
    "Another source",
    "sources do not say",
    "It met in 1952",
    "1955",
    "Only Cyd",
    "raised a flag.",
    "Lagoon",
)


@pytest.mark.parametrize("number", range(1, 9))
def test_it_asks_and_tells_nothing(gus: Browser, number: int) -> None:
    response = take(gus, "first").question(number)
    assert response.status_code == 200
    stem = stem_of(response.text)
    assert stem in RIGHT
    for word in TELLING:
        assert word not in response.text.replace(stem, ""), word
    assert not re.search(r"data-(right|key)\b|correct|\bwrong\b", response.text)


def test_a_page_is_small(gus: Browser) -> None:
    taking = take(gus, "first")
    assert max(len(taking.question(number).data) for number in range(1, 9)) <= 6 * 1024


def test_statements_are_few_and_the_same_for_every_question(gus: Browser, statements: list[str]) -> None:
    taking = take(gus, "first")
    counts = set()
    for number in range(1, 9):
        statements.clear()
        taking.question(number)
        counts.add(len(statements))
    assert len(counts) == 1
    assert max(counts) <= 4


def test_an_answer_given_at_the_end_can_be_seen_again(gus: Browser) -> None:
    taking = take(gus, "exam")
    taking.answer(1)
    page = taking.question(1).text
    assert page.count(" checked") == 2  # the answer, and that nothing was said of how sure
    assert "Saved. You can change it until you submit." in page
    assert 'name="revision" value="1"' in page


def test_a_final_answer_is_shown_explained(gus: Browser) -> None:
    taking = take(gus, "first")
    taking.answer(1)
    assert taking.question(1).location == f"{taking.path}/answers/1"


def test_documents_stand_beside_an_open_quiz_only(gus: Browser) -> None:
    assert "Read the article" in take(gus, "open").question(1).text
    assert "Read the article" not in take(gus, "first").question(1).text


def test_a_time_limit_is_shown(gus: Browser) -> None:
    assert "data-deadline" in take(gus, "timed").question(1).text
    assert "data-deadline" not in take(gus, "first").question(1).text


@pytest.mark.parametrize("number", ["0", "99"])
def test_a_question_that_is_not_there(gus: Browser, number: str) -> None:
    assert gus.get(f"{take(gus, 'first').path}/questions/{number}").status_code == 404


def test_somebody_elses_attempt_is_not_there(gus: Browser, ana: Browser) -> None:
    path = take(gus, "first").path
    for end in ("", "/questions/1", "/answers/1", "/submit", "/result"):
        assert ana.get(path + end).status_code == 404


def test_time_that_ended_finishes_the_attempt(app: Flask, gus: Browser) -> None:
    taking = take(gus, "timed")
    set_clock(app, lambda: datetime.now(UTC) + timedelta(minutes=30))
    assert taking.question(1).location == taking.path
    assert gus.get(taking.path).location == f"{taking.path}/result"
    assert gus.get(f"{taking.path}/result").status_code == 200


def test_the_result_of_an_attempt_whose_time_ended_can_be_opened_at_once(app: Flask, gus: Browser) -> None:
    taking = take(gus, "timed")
    set_clock(app, lambda: datetime.now(UTC) + timedelta(minutes=30))
    assert gus.get(f"{taking.path}/result").status_code == 200
