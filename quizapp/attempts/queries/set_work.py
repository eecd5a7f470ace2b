"""What a teacher has set to her classes, with how far they are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, Select, func, or_, select

from quizapp.accounts.models import Person
from quizapp.attempts.models import Attempt
from quizapp.attempts.rules import HANDED_IN, ON_RELEASE, SUBMITTED
from quizapp.quizzes.models import Edition, Quiz
from quizapp.storage.database import db
from quizapp.teaching.models import Assignment, Class, Enrolment

MOST_SHOWN = 20
LATELY = timedelta(days=7)  # for so long after its due date it is still of interest
SOON = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class SetWork:
    """A quiz set to a class, and where the class stands with it."""

    assignment_id: int
    title: str
    class_id: int
    class_name: str
    time_zone: str
    opens_at: datetime
    due_at: datetime | None
    closes_at: datetime | None
    members: int
    started: int  # of those who belong to the class now
    handed_in: int
    waits_for_release: int  # results that are shown once the teacher says so

    @property
    def not_started(self) -> int:
        """How many have not begun."""
        return self.members - self.started


@dataclass(frozen=True, slots=True)
class HeldQuiz:
    """A quiz that was taken without being set to a class, whose results wait for its teacher's word."""

    quiz_id: int
    title: str
    waits_for_release: int


def set_work(owner_id: int, *, now: datetime) -> tuple[SetWork, ...]:
    """Return what is set to a teacher's classes and open now, due soon or lately, or waiting for her release."""
    held = _attempts(Attempt.state == HANDED_IN, Attempt.feedback == ON_RELEASE, Assignment.released_at.is_(None))
    rows = _set(owner_id, held).subquery()
    is_open = or_(rows.c.closes_at.is_(None), rows.c.closes_at > now - LATELY)
    is_near = or_(rows.c.due_at.is_(None), rows.c.due_at > now - LATELY) & (rows.c.opens_at < now + SOON)
    query = (
        select(rows)
        .where(or_(is_open & is_near, rows.c.held > 0))
        .order_by(rows.c.due_at.is_(None), rows.c.due_at, rows.c.id.desc())
    )
    return tuple(SetWork(*row) for row in db.session.execute(query.limit(MOST_SHOWN)))


def has_set_work(owner_id: int) -> bool:
    """Whether a teacher has ever set a quiz to a class of hers."""
    query = select(Assignment.id).join(Class, Class.id == Assignment.class_id).where(Class.owner_id == owner_id)
    return bool(db.session.scalar(select(query.exists())))


def held_quizzes(owner_id: int) -> tuple[HeldQuiz, ...]:
    """Return a teacher's quizzes, taken by link or by everyone, whose results wait for her to release them."""
    waiting = func.count(Attempt.id)
    current = Edition.__table__.alias("current")
    query = (
        select(Quiz.id, current.c.title, waiting)
        .join(Edition, Edition.quiz_id == Quiz.id)
        .join(Attempt, Attempt.edition_id == Edition.id)
        .join(current, (current.c.quiz_id == Quiz.id) & current.c.is_current)
        .where(Quiz.owner_id == owner_id, Quiz.released_at.is_(None), Attempt.assignment_id.is_(None))
        .where(Attempt.state == HANDED_IN, Attempt.feedback == ON_RELEASE)
        .group_by(Quiz.id, current.c.title)
        .order_by(waiting.desc(), Quiz.id)
    )
    return tuple(HeldQuiz(*row) for row in db.session.execute(query.limit(MOST_SHOWN)))


def _set(owner_id: int, held: ScalarSelect[int]) -> Select[*tuple[Any, ...]]:
    members = (
        select(func.count(Enrolment.id))
        .join(Person, Person.id == Enrolment.person_id)
        .where(Enrolment.class_id == Class.id, Enrolment.removed_at.is_(None), Person.taken_over_by.is_(None))
        .correlate(Class)
        .scalar_subquery()
    )
    return (
        select(
            *(Assignment.id, Edition.title, Class.id.label("class_id"), Class.name, Class.time_zone),
            *(Assignment.opens_at, Assignment.due_at, Assignment.closes_at),
            members.label("members"),
            _attempts().label("started"),
            _attempts(Attempt.state.in_((HANDED_IN, SUBMITTED))).label("handed_in"),
            held.label("held"),
        )
        .join(Class, Class.id == Assignment.class_id)
        .join(Edition, (Edition.quiz_id == Assignment.quiz_id) & Edition.is_current)
        .where(Class.owner_id == owner_id, Class.archived_at.is_(None), Assignment.withdrawn_at.is_(None))
    )


def _attempts(*conditions: ColumnElement[bool]) -> ScalarSelect[int]:
    """How many learners, of those who belong to the class, have an attempt like that."""
    belongs = (Enrolment.person_id == Attempt.learner_id) & Enrolment.removed_at.is_(None)
    return (
        select(func.count(Attempt.learner_id.distinct()))
        .join(Enrolment, belongs)
        .where(Attempt.assignment_id == Assignment.id, Enrolment.class_id == Class.id, *conditions)
        .correlate(Assignment, Class)
        .scalar_subquery()
    )
