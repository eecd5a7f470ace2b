from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.accounts import operations as accounts
from quizapp.attempts import operations
from quizapp.attempts.models import Attempt
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction
from quizapp.teaching import operations as teaching
from quizapp.teaching.errors import RefusedEntry
from quizapp.teaching.operations.accommodations import Arrangement
from quizapp.teaching.rules import Times
from tests.learning import Learner
from tests.small_bank import NOW


def later(**time: float) -> datetime:
    return NOW + timedelta(**time)


@pytest.fixture
def room(loaded: Flask, ana: Learner, ben: Learner) -> int:
    """Give a class of Ana and Ben."""
    with loaded.app_context(), transaction():
        tess = accounts.sign_up("tess", "Tess", "hash", now=NOW, is_teacher=True).id
        room = teaching.make_class(tess, "4b", "UTC", now=NOW)
        teaching.enrol_people(room, [ana.id, ben.id], now=NOW)
        return room


def assign(room: int, ana: Learner, slug: str, feedback: str = "", **times: datetime) -> int:
    given = Times(**{"opens_at": NOW, **times})
    quiz = ana.quiz(slug)
    return ana.doing(lambda: teaching.assign(quiz, room, given, feedback=feedback, now=NOW))


def attempt_of(learner: Learner) -> Attempt:
    query = select(Attempt).where(Attempt.learner_id == learner.id)
    return learner.reading(lambda: db.session.scalars(query).one())


def accommodate(assignment: int, learner: Learner, **arranged: object) -> None:
    arrangement = Arrangement(**arranged)  # type: ignore[arg-type]
    learner.doing(lambda: operations.accommodate(assignment, learner.id, arrangement, now=learner.now))


def set_otherwise(assignment: int, learner: Learner, feedback: str = "", **times: datetime) -> None:
    given = Times(**{"opens_at": NOW, **times})
    learner.doing(lambda: operations.set_otherwise(assignment, given, feedback=feedback, now=learner.now))


@pytest.mark.parametrize(("percent", "minutes"), [(150, 15), (200, 20), (125, 12.5), (0, None)])
def test_more_time_reaches_an_attempt_that_is_open(
    room: int, ana: Learner, ben: Learner, percent: int, minutes: float | None
) -> None:
    assignment = assign(room, ana, "timed")
    ana.start("timed")
    ben.start("timed")
    accommodate(assignment, ana, time_percent=percent)
    assert attempt_of(ana).deadline == (None if minutes is None else later(minutes=minutes))
    assert attempt_of(ben).deadline == later(minutes=10)
    accommodate(assignment, ana)
    assert attempt_of(ana).deadline == later(minutes=10)


def test_more_time_holds_for_an_attempt_that_is_begun_afterwards(room: int, ana: Learner) -> None:
    assignment = assign(room, ana, "timed")
    accommodate(assignment, ana, time_percent=200)
    ana.start("timed")
    assert attempt_of(ana).deadline == later(minutes=20)


def test_another_closing_reaches_an_attempt_that_is_open(room: int, ana: Learner, ben: Learner) -> None:
    assignment = assign(room, ana, "exam", closes_at=later(hours=1))
    ana.start("exam")
    ben.start("exam")
    accommodate(assignment, ana, closes_at=later(hours=5))
    assert (attempt_of(ana).deadline, attempt_of(ben).deadline) == (later(hours=5), later(hours=1))
    set_otherwise(assignment, ana, closes_at=later(hours=2))
    assert (attempt_of(ana).deadline, attempt_of(ben).deadline) == (later(hours=5), later(hours=2))
    set_otherwise(assignment, ana)
    assert (attempt_of(ana).deadline, attempt_of(ben).deadline) == (later(hours=5), None)


def test_closing_it_now_hands_in_what_is_open_at_the_next_look(room: int, ana: Learner) -> None:
    assignment = assign(room, ana, "exam")
    ana.start("exam")
    ana.wait(hours=2)
    set_otherwise(assignment, ana, closes_at=later(hours=1))
    assert ana.doing(lambda: operations.finish_overdue(ana.id, now=ana.now)) == 1
    assert attempt_of(ana).submitted_at == later(hours=1)


def test_times_that_do_not_follow_change_no_attempt(room: int, ana: Learner) -> None:
    assignment = assign(room, ana, "exam", closes_at=later(hours=1))
    ana.start("exam")
    with pytest.raises(RefusedEntry):
        set_otherwise(assignment, ana, due_at=later(hours=3), closes_at=later(hours=2))
    assert attempt_of(ana).deadline == later(hours=1)


def test_another_attempt_of_the_learner_keeps_its_time(room: int, ana: Learner) -> None:
    """The same quiz begun before it was set."""
    attempt = ana.start("timed")
    assignment = assign(room, ana, "timed")
    accommodate(assignment, ana, time_percent=200)
    assert (attempt_of(ana).id, attempt_of(ana).deadline) == (attempt, later(minutes=10))


# --- when results are shown ---


def hand_in(learner: Learner, slug: str = "exam") -> None:
    learner.submit(learner.start(slug))


def test_a_release_shows_what_waited_for_it_or_for_a_date(room: int, ana: Learner, ben: Learner) -> None:
    for learner, slug, feedback in ((ana, "exam", "on_release"), (ben, "first", "after_due")):
        assignment = assign(room, ana, slug, feedback, due_at=later(days=1))
        hand_in(learner, slug)
        assert attempt_of(learner).state == "handed_in"
        learner.doing(lambda assignment=assignment: operations.release(assignment, now=ana.now))
        assert attempt_of(learner).state == "submitted"


def test_what_waits_follows_what_is_said_now(room: int, ana: Learner, ben: Learner) -> None:
    assignment = assign(room, ana, "exam", "on_release")
    hand_in(ana)
    ben.start("exam")
    set_otherwise(assignment, ana, "after_due", due_at=later(days=1))
    assert [(a.state, a.feedback) for a in (attempt_of(ana), attempt_of(ben))] == [
        ("handed_in", "after_due"),
        ("open", "after_due"),
    ]
    set_otherwise(assignment, ana, "", due_at=later(days=1))
    assert [(a.state, a.feedback) for a in (attempt_of(ana), attempt_of(ben))] == [
        ("submitted", "at_end"),
        ("open", "at_end"),
    ]


def test_what_was_shown_answer_by_answer_stays_shown(room: int, ana: Learner) -> None:
    assignment = assign(room, ana, "first", "after_each")
    ana.start("first")
    set_otherwise(assignment, ana, "on_release")
    assert attempt_of(ana).feedback == "after_each"
