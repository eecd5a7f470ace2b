"""Who may take a quiz, when, and what an attempt counts for."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.attempts import operations, queries
from quizapp.attempts.errors import NoAttemptsLeft, NotOpenNow
from quizapp.attempts.models import Attempt
from quizapp.attempts.queries import Taking, may_read, taking
from quizapp.documents.models import Document
from quizapp.quizzes.errors import NoSuchQuiz
from quizapp.quizzes.models import Quiz
from quizapp.storage.database import db
from quizapp.teaching.models import Accommodation, Assignment, Class, Enrolment
from tests.learning import Learner
from tests.small_bank import NOW

HOUR = timedelta(hours=1)


@pytest.fixture
def tess(loaded: Flask) -> Learner:
    """Give the teacher."""
    return Learner(loaded, "Tess")


def set_for(teacher: Learner, slug: str, *members: Learner, audience: str = "classes", **times: Any) -> int:
    """Set a quiz, for a class alone, to a class of these learners."""

    def act() -> int:
        quiz = db.session.scalars(select(Quiz).where(Quiz.slug == slug)).one()
        quiz.audience = audience
        room = Class(owner_id=teacher.id, name="4b", time_zone="Europe/Berlin", created_at=NOW)
        db.session.add(room)
        db.session.flush()
        db.session.add_all(Enrolment(class_id=room.id, person_id=one.id, joined_at=NOW) for one in members)
        values = {"feedback": "", "opens_at": NOW - HOUR, "created_at": NOW, **times}
        assignment = Assignment(quiz_id=quiz.id, class_id=room.id, **values)
        db.session.add(assignment)
        db.session.flush()
        return assignment.id

    return teacher.doing(act)


def arrange(teacher: Learner, assignment: int, learner: Learner, **what: Any) -> None:
    teacher.doing(lambda: db.session.add(Accommodation(assignment_id=assignment, person_id=learner.id, **what)))


def may(learner: Learner, slug: str, secret: str = "") -> Taking:
    quiz = learner.quiz(slug)
    return learner.reading(lambda: taking(quiz, learner.id, now=learner.now, secret=secret))


def row_of(learner: Learner, attempt: int) -> Attempt:
    return learner.reading(lambda: db.session.get_one(Attempt, attempt))


def test_a_quiz_for_classes_is_there_for_their_learners_alone(tess: Learner, ana: Learner, ben: Learner) -> None:
    assignment = set_for(tess, "first", ana)
    opening = may(ana, "first").opening
    assert opening is not None
    assert (opening.assignment_id, opening.class_name, opening.teacher) == (assignment, "4b", "Tess")
    assert row_of(ana, ana.start("first")).assignment_id == assignment
    for nobody in (ben, tess):
        with pytest.raises(NoSuchQuiz):
            nobody.start("first")
    quiz = ana.quiz("first")
    with pytest.raises(NoSuchQuiz):
        ana.reading(lambda: taking(quiz, None, now=NOW))


@pytest.mark.parametrize("change", ["removed", "withdrawn", "archived class", "archived quiz"])
def test_what_is_taken_back_is_there_no_more(tess: Learner, ana: Learner, change: str) -> None:
    assignment = set_for(tess, "first", ana)

    def act() -> None:
        row = db.session.get_one(Assignment, assignment)
        if change == "removed":
            db.session.scalars(select(Enrolment)).one().removed_at = NOW
        elif change == "withdrawn":
            row.withdrawn_at = NOW
        elif change == "archived class":
            db.session.get_one(Class, row.class_id).archived_at = NOW
        else:
            db.session.get_one(Quiz, row.quiz_id).archived_at = NOW

    assert may(ana, "first").state == "open"
    tess.doing(act)
    with pytest.raises(NoSuchQuiz):
        may(ana, "first")


def test_it_opens_and_closes_by_the_clock(tess: Learner, ana: Learner) -> None:
    set_for(tess, "first", ana, opens_at=NOW + HOUR, closes_at=NOW + 2 * HOUR)
    assert may(ana, "first").state == "not_yet"
    with pytest.raises(NotOpenNow):
        ana.start("first")
    ana.wait(hours=1)
    attempt = ana.start("first")
    assert row_of(ana, attempt).deadline == NOW + 2 * HOUR
    ana.wait(hours=1)
    ana.submit(attempt)
    assert may(ana, "first").state == "closed"
    with pytest.raises(NotOpenNow):
        ana.start("first")


def test_other_times_and_more_time_hold_for_the_one_they_were_arranged_for(
    tess: Learner, ana: Learner, ben: Learner
) -> None:
    assignment = set_for(tess, "timed", ana, ben, closes_at=NOW + 5 * HOUR)
    arrange(tess, assignment, ana, opens_at=NOW - 2 * HOUR, closes_at=NOW + 9 * HOUR, time_percent=150)
    assert row_of(ana, ana.start("timed")).deadline == NOW + timedelta(minutes=15)
    assert row_of(ben, ben.start("timed")).deadline == NOW + timedelta(minutes=10)
    arrange(tess, assignment, ben, time_percent=0)
    ben.submit(ben.start("timed"))
    assert row_of(ben, ben.start("timed")).deadline == NOW + 5 * HOUR


def test_attempts_are_counted_for_each_assignment(tess: Learner, ana: Learner) -> None:
    set_for(tess, "once", ana, due_at=NOW + HOUR)
    ana.submit(ana.start("once"))
    assert may(ana, "once").used == 1
    with pytest.raises(NoAttemptsLeft):
        ana.start("once")
    set_for(tess, "once", ana, due_at=NOW + HOUR / 2)
    assert may(ana, "once").used == 0
    ana.start("once")


def test_a_link_opens_a_quiz_and_whoever_took_it_comes_back(tess: Learner, ana: Learner, ben: Learner) -> None:
    quiz = ana.quiz("first")

    def give_out() -> None:
        row = db.session.get_one(Quiz, quiz)
        row.audience, row.link_secret = "link", "the secret"

    tess.doing(give_out)
    assert ana.reading(lambda: queries.quiz_of_link("the secret")) == quiz
    for wrong in ("", "the secre", "another"):
        with pytest.raises(NoSuchQuiz):
            may(ana, "first", wrong)
    assert may(ana, "first", "the secret").opening is None
    ana.doing(lambda: operations.start_attempt(quiz, ana.id, now=NOW, seed="s", secret="the secret"))
    assert may(ana, "first").state == "open"
    with pytest.raises(NoSuchQuiz):
        may(ben, "first")


def test_its_document_opens_with_it(tess: Learner, ana: Learner, ben: Learner) -> None:
    set_for(tess, "open", ana, opens_at=NOW + HOUR)
    others = ("first", "exam", "timed", "once", "pick")

    def hide_the_rest() -> int:
        for quiz in db.session.scalars(select(Quiz).where(Quiz.slug.in_(others))):
            quiz.audience = "classes"
        return db.session.scalars(select(Document.id).where(Document.short_title == "the article")).one()

    document = tess.doing(hide_the_rest)

    def opens(learner: Learner, now: datetime) -> bool:
        return learner.reading(lambda: may_read(document, learner.id, now=now))

    assert not opens(ana, NOW)
    assert opens(ana, NOW + HOUR)
    assert not opens(ben, NOW + HOUR)


def test_a_guest_brings_the_class_along(tess: Learner, ana: Learner, ben: Learner) -> None:
    assignment = set_for(tess, "first", ana)
    arrange(tess, assignment, ana, time_percent=200)
    tess.doing(lambda: operations.take_over(ana.id, ben.id))
    opening = may(ben, "first").opening
    assert opening is not None
    assert opening.time_percent == 200
    with pytest.raises(NoSuchQuiz):
        may(ana, "first")
