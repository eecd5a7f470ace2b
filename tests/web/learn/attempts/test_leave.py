"""Getting past a question without knowing."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.attempts.models import Answer
from quizapp.storage.database import db
from tests.web.browser import Browser
from tests.web.learn.attempts.test_answer import FRAGMENT, answers
from tests.web.learn.taking import hidden, take

SHOW = {"skip": "1"}
BUTTON = '<button class="button-quiet" type="submit" name="skip" value="1">I don’t know: show me</button>'


@pytest.mark.parametrize("number", range(1, 9))
def test_the_answer_is_shown_and_nothing_counts_as_answered(app: Flask, gus: Browser, number: int) -> None:
    taking = take(gus, "first")
    page = taking.question(number).text
    assert page.index("Check answer") < page.index(BUTTON)
    response = taking.send(number, SHOW)
    assert (response.status_code, response.location) == (303, f"{taking.path}/answers/{number}")
    shown = gus.get(response.location).text
    assert "Not answered." in shown
    assert 'class="passage' in shown
    with app.app_context():
        (row,) = db.session.scalars(select(Answer))
        assert (row.response, row.points, row.verdict, row.sure) == (None, 0, "unanswered", None)


def test_what_was_filled_in_is_not_taken_for_an_answer(app: Flask, gus: Browser) -> None:
    taking = take(gus, "first")
    taking.send(1, {**taking.right(1), **SHOW, "sure": "yes"})
    assert answers(app) == [("unanswered", None)]


def test_a_script_is_shown_it_at_once_and_twice_is_once(app: Flask, gus: Browser) -> None:
    taking = take(gus, "first")
    fields = {**hidden(taking.question(1).text), **SHOW}
    for _ in range(2):
        response = gus.post(f"{taking.path}/questions/1", fields, headers=FRAGMENT)
        assert response.text.startswith("<title>Not answered. Question 1 of 8")
    assert answers(app) == [("unanswered", None)]


def test_it_stands_whatever_is_sent_afterwards(app: Flask, gus: Browser) -> None:
    taking = take(gus, "first")
    late = {**hidden(taking.question(1).text), **taking.right(1), "token": "another"}
    taking.send(1, SHOW)
    assert gus.post(f"{taking.path}/questions/1", late).location == f"{taking.path}/answers/1"
    assert answers(app) == [("unanswered", None)]


def test_without_the_sessions_token_nothing_is_shown(app: Flask, gus: Browser) -> None:
    taking = take(gus, "first")
    fields = {**hidden(taking.question(1).text), **SHOW}
    response = gus.post_without_token(f"{taking.path}/questions/1", fields)
    assert response.status_code == 400
    assert "Not answered." not in response.text
    assert answers(app) == []


def test_every_page_afterwards_says_so(gus: Browser) -> None:
    taking = take(gus, "first")
    taking.send(1, SHOW)
    assert "1 not answered." in taking.question(2).text
    assert 'aria-label="Question 1, shown without an answer"' in gus.get(f"{taking.path}/submit").text
    assert "go on: 0 of 8" in gus.get("/learn/history/").text
    for number in range(2, 9):
        taking.answer(number)
    result = gus.get(f"{taking.path}/result").text
    assert "not answered" in result
    assert "Practise my mistakes (1)" in result
    assert "88&nbsp;%" in gus.get("/learn/history/").text


def test_at_the_end_a_question_is_passed_over_with_nothing_stored(app: Flask, gus: Browser) -> None:
    taking = take(gus, "timed")
    link = '<a class="button-link" href="{}">Skip for now</a>'
    assert BUTTON not in taking.question(1).text
    assert link.format(f"{taking.path}/questions/2") in taking.question(1).text
    taking.answer(2)
    assert link.format(f"{taking.path}/questions/3") in taking.question(1).text
    assert "Skip for now" not in taking.question(2).text
    taking.answer(1)
    assert link.format(f"{taking.path}/submit") in taking.question(3).text
    assert len(answers(app)) == 2


def test_at_the_end_asking_to_be_shown_shows_nothing(app: Flask, gus: Browser) -> None:
    taking = take(gus, "exam")
    assert taking.send(1, SHOW).status_code == 404
    assert gus.get(f"{taking.path}/answers/1").status_code == 404
    assert answers(app) == []
