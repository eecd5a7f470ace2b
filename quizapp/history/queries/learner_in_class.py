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

    @property
    def minutes(self) -> int | None:
        """How long it took, in minutes."""
        if self.submitted_at is None:
            return None
        return max(1, round((self.submitted_at - self.started_at).total_seconds() / 60))


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
    return (
        select(
            Attempt.id,
            Attempt.title,
            Attempt.state,
            Attempt.started_at,
            Attempt.submitted_at,
            func.sum(Answer.points).label("points"),
            func.sum(AttemptItem.points).label("out_of"),
        )
        .join(Assignment, Assignment.id == Attempt.assignment_id)
        .join(AttemptItem, AttemptItem.attempt_id == Attempt.id)
        .outerjoin(Answer, Answer.item_id == AttemptItem.id)
        .where(Assignment.class_id == class_id, Attempt.learner_id == person_id)
        .group_by(Attempt.id)
        .order_by(Attempt.id.desc())
    )


def _attempt(row: Any) -> LearnersAttempt:
    score = None if row.state == OPEN else percent(row.points or Decimal(0), row.out_of)
    return LearnersAttempt(row.id, row.title, row.state, row.started_at, row.submitted_at, score)
