"""What is set to a learner, and between which moments it can be taken."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Select, func, select

from quizapp.accounts.models import Person
from quizapp.quizzes.models import Quiz
from quizapp.storage.database import db
from quizapp.teaching.models import Accommodation, Assignment, Class, Enrolment

NOT_YET, OPEN, CLOSED = "not_yet", "open", "closed"
State = Literal["not_yet", "open", "closed"]


@dataclass(frozen=True, slots=True)
class Opening:
    """A quiz set to a learner, with what was arranged for this learner alone."""

    assignment_id: int
    quiz_id: int
    class_name: str
    teacher: str
    time_zone: str  # of the class, an IANA name
    feedback: str  # empty: as the quiz says
    opens_at: datetime
    due_at: datetime | None
    closes_at: datetime | None
    time_percent: int  # of the quiz's time limit; 0: no limit

    def state(self, now: datetime) -> State:
        """Whether it can be taken at a moment."""
        if now < self.opens_at:
            return "not_yet"
        return "closed" if self.closes_at is not None and now >= self.closes_at else "open"


def openings(learner_id: int, quiz_id: int | None = None) -> tuple[Opening, ...]:
    """Return what is set to a learner, all of it or of one quiz, the one due first first."""
    query = _set_to(learner_id)
    if quiz_id is not None:
        query = query.where(Assignment.quiz_id == quiz_id)
    return tuple(sorted((Opening(*row) for row in db.session.execute(query)), key=_urgency))


def best_opening(of_quiz: Iterable[Opening], now: datetime) -> Opening | None:
    """Return what an attempt started now counts for: one that is open, else one to come, else one that is closed."""
    ranks = {OPEN: 0, NOT_YET: 1, CLOSED: 2}
    return min(of_quiz, key=lambda opening: (ranks[opening.state(now)], *_urgency(opening)), default=None)


def _urgency(opening: Opening) -> tuple[bool, float, int]:
    last = opening.due_at or opening.closes_at
    return last is None, last.timestamp() if last else 0.0, opening.assignment_id


def _set_to(learner_id: int) -> Select[*tuple[Any, ...]]:
    return (
        select(
            Assignment.id,
            Assignment.quiz_id,
            Class.name,
            Person.display_name,
            Class.time_zone,
            Assignment.feedback,
            func.coalesce(Accommodation.opens_at, Assignment.opens_at),
            func.coalesce(Accommodation.due_at, Assignment.due_at),
            func.coalesce(Accommodation.closes_at, Assignment.closes_at),
            func.coalesce(Accommodation.time_percent, 100),
        )
        .join(Class, Class.id == Assignment.class_id)
        .join(Person, Person.id == Class.owner_id)
        .join(Quiz, Quiz.id == Assignment.quiz_id)
        .join(Enrolment, Enrolment.class_id == Class.id)
        .outerjoin(
            Accommodation,
            (Accommodation.assignment_id == Assignment.id) & (Accommodation.person_id == Enrolment.person_id),
        )
        .where(Enrolment.person_id == learner_id, Enrolment.removed_at.is_(None))
        .where(Assignment.withdrawn_at.is_(None), Class.archived_at.is_(None), Quiz.archived_at.is_(None))
    )
