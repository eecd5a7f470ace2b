"""A quiz's cover."""

from __future__ import annotations

from datetime import UTC, datetime

from flask import Flask
from sqlalchemy import select

from quizapp.accounts import operations as accounts
from quizapp.accounts.models import Person
from quizapp.quizzes.models import Quiz
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction
from quizapp.teaching import operations
from quizapp.teaching.rules import Times
from tests.web.browser import Browser
from tests.web.learn.taking import quiz_path, take


def test_it_says_what_awaits_one(visitor: Browser) -> None:
    page = visitor.get(quiz_path(visitor, "first")).text
    assert "<h1>The first quiz</h1>" in page
    assert "8: multiple choice" in page
    assert "Each answer is marked and explained at once" in page
    assert "Closed: they open after your last answer." in page
    assert "as many as you like" in page
    assert "An article. Nobody signed it." in page
    assert "A press, 2020 · article" in page
    assert '<ul class="marking"><li>' in page


def test_an_exam_says_so(visitor: Browser) -> None:
    page = visitor.get(quiz_path(visitor, "exam")).text
    assert "You can change every answer until you submit." in page
    assert "<dt>To pass</dt><dd>50&nbsp;%</dd>" in page
    assert "10 minutes from the start" in visitor.get(quiz_path(visitor, "timed")).text


def test_a_stranger_is_asked_for_a_name_and_a_learner_is_not(visitor: Browser, gus: Browser) -> None:
    assert "Your name" in visitor.get(quiz_path(visitor, "first")).text
    page = gus.get(quiz_path(gus, "first")).text
    assert "Your name" not in page
    assert "as <bdi>Gus</bdi>" in page


def test_an_attempt_begun_is_gone_on_with(gus: Browser) -> None:
    cover, taking = quiz_path(gus, "first"), take(gus, "first")
    page = gus.get(cover).text
    assert f'href="{taking.path}">Go on where you left off</a>' in page
    assert "Start the quiz" not in page


def test_an_attempt_begun_before_the_quiz_was_set_does_not_count_for_the_class(loaded: Flask, gus: Browser) -> None:
    taking = take(gus, "first")
    since = datetime(2020, 1, 1, tzinfo=UTC)
    with loaded.app_context(), transaction():
        pupil = db.session.scalars(select(Person.id).where(Person.display_name == "Gus")).one()
        tess = accounts.sign_up("tess", "Tess", "hash", now=since, is_teacher=True).id
        room = operations.make_class(tess, "4b", "UTC", now=since)
        operations.enrol(room, pupil, now=since)
        quiz = db.session.scalars(select(Quiz.id).where(Quiz.slug == "first")).one()
        operations.assign(quiz, room, Times(since), now=since)
    told = "That attempt does not count for <bdi>4b</bdi>"
    assert told in gus.get(quiz_path(gus, "first")).text
    gus.post(f"{taking.path}/submit")
    gus.post(f"{quiz_path(gus, 'first')}/start")
    page = gus.get(quiz_path(gus, "first")).text
    assert "Go on where you left off" in page
    assert told not in page


def test_no_attempt_left(gus: Browser) -> None:
    take(gus, "once").answer(1)
    page = gus.get(quiz_path(gus, "once")).text
    assert "You have used the one attempt this quiz allows." in page
    assert "Start the quiz" not in page


def test_a_quiz_that_is_not_there(visitor: Browser) -> None:
    assert visitor.get("/learn/quizzes/999").status_code == 404
