"""One learner of a class: what was set, and every attempt at it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import func, select

from quizapp.accounts.models import Person
from quizapp.attempts.models import Answer, Attempt, AttemptItem
from quizapp.attempts.rules import OPEN
from quizapp.core.statistics.scores import percent
from quizapp.history.queries.working_time import UNKNOWN, minutes_worked, pauses_of
from quizapp.storage.database import db
from quizapp.teaching.errors import NoSuchClass
from quizapp.teaching.models import Assignment, Enrolment


@dataclass(frozen=True, slots=True)
class LearnersAttempt:
    """One attempt at something set to the class; the score is there once it was handed in."""

    attempt_id: int
    title: str
    state: str  # open, handed_in, submitted
    started_at: datetime
    submitted_at: datetime | None
    percent: int | None
    minutes: int | None  # of work, without pauses; None: not known
    assignment_id: int = 0
    questions: int = 0


@dataclass(frozen=True, slots=True)
class ClassLearner:
    """A learner of a class with every attempt at what was set to it, the newest first."""

    person_id: int
    name: str
    attempts: tuple[LearnersAttempt, ...]


def class_learner(class_id: int, person_id: int) -> ClassLearner:
    """Return a learner of a class; NoSuchClass where they do not belong to it."""
    member = select(Person.display_name).join(Enrolment, Enrolment.person_id == Person.id)
    name = db.session.scalar(
        member.where(Person.id == person_id, Enrolment.class_id == class_id, Enrolment.removed_at.is_(None))
    )
    if name is None:
        raise NoSuchClass
    rows = db.session.execute(_attempts(class_id, person_id)).all()
    return ClassLearner(person_id, name, tuple(_attempt(row) for row in rows))


def _attempts(class_id: int, person_id: int) -> Any:
    theirs = (
        select(Attempt.id)
        .join(Assignment, Assignment.id == Attempt.assignment_id)
        .where(Assignment.class_id == class_id, Attempt.learner_id == person_id)
        .cte("theirs")
    )
    pauses = pauses_of(theirs)
    minutes = minutes_worked(pauses)
    return (
        select(
            Attempt.id,
            Attempt.title,
            Attempt.assignment_id,
            Attempt.state,
            Attempt.started_at,
            Attempt.submitted_at,
            func.sum(Answer.points).label("points"),
            func.sum(AttemptItem.points).label("out_of"),
            func.count(AttemptItem.id).label("questions"),
            minutes.label("minutes"),
        )
        .join(theirs, theirs.c.id == Attempt.id)
        .join(AttemptItem, AttemptItem.attempt_id == Attempt.id)
        .outerjoin(Answer, Answer.item_id == AttemptItem.id)
        .outerjoin(pauses, pauses.c.id == Attempt.id)
        .group_by(Attempt.id, pauses.c.seconds)
        .order_by(Attempt.id.desc())
    )


def _attempt(row: Any) -> LearnersAttempt:
    score = None if row.state == OPEN else percent(row.points or Decimal(0), row.out_of)
    minutes = None if row.submitted_at is None or row.minutes == UNKNOWN else row.minutes
    moments = row.started_at, row.submitted_at
    return LearnersAttempt(row.id, row.title, row.state, *moments, score, minutes, row.assignment_id, row.questions)
