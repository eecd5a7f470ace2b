"""What is set to a class, as its teacher sees it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select

from quizapp.quizzes.models import Edition, Quiz
from quizapp.storage.database import db
from quizapp.teaching.errors import NoSuchAssignment
from quizapp.teaching.models import Accommodation, Assignment, Class

PAGE_SIZE = 20


@dataclass(frozen=True, slots=True)
class SetQuiz:
    """A quiz as it is set to a class."""

    id: int
    quiz_id: int
    title: str
    class_id: int
    class_name: str
    time_zone: str
    feedback: str  # empty: as the quiz says
    quiz_feedback: str
    time_limit_seconds: int | None
    attempts_allowed: int | None  # None: as many as a learner likes
    opens_at: datetime
    due_at: datetime | None
    closes_at: datetime | None
    released_at: datetime | None
    withdrawn_at: datetime | None

    @property
    def shown(self) -> str:
        """When what is right is shown: after_each, at_end, after_due, on_release."""
        return self.feedback or self.quiz_feedback


@dataclass(frozen=True, slots=True)
class SetPage:
    """One page of what is set to a class."""

    rows: tuple[SetQuiz, ...]
    total: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class OwnTimes:
    """What was arranged for one learner; what is None stays as the assignment says."""

    opens_at: datetime | None
    due_at: datetime | None
    closes_at: datetime | None
    time_percent: int


def set_to_class(class_id: int, *, page: int = 1, size: int = PAGE_SIZE) -> SetPage:
    """Return one page of what is set to a class, the newest first; a page too far is the last one."""
    total = db.session.scalar(select(func.count(Assignment.id)).where(Assignment.class_id == class_id)) or 0
    pages = max(1, -(-total // size))
    page = min(max(1, page), pages)
    query = set_quizzes().where(Assignment.class_id == class_id)
    newest = query.order_by(Assignment.withdrawn_at.is_not(None), Assignment.opens_at.desc(), Assignment.id.desc())
    rows = db.session.execute(newest.limit(size).offset((page - 1) * size))
    return SetPage(tuple(SetQuiz(*row) for row in rows), total, page, pages)


def set_quiz(assignment_id: int) -> SetQuiz:
    """Return one assignment with its quiz and class; NoSuchAssignment where there is none."""
    row = db.session.execute(set_quizzes().where(Assignment.id == assignment_id)).one_or_none()
    if row is None:
        raise NoSuchAssignment
    return SetQuiz(*row)


def arrangements(assignment_id: int, person_ids: Sequence[int] | None = None) -> dict[int, OwnTimes]:
    """Return what was arranged for learners, by person: for these, or for all."""
    query = select(Accommodation).where(Accommodation.assignment_id == assignment_id)
    if person_ids is not None:
        query = query.where(Accommodation.person_id.in_(person_ids))
    return {
        row.person_id: OwnTimes(row.opens_at, row.due_at, row.closes_at, row.time_percent)
        for row in db.session.scalars(query)
    }


def set_quizzes() -> Select[*tuple[Any, ...]]:
    """Return the statement for everything that is set, in the columns of SetQuiz."""
    return (
        select(
            Assignment.id,
            Assignment.quiz_id,
            Edition.title,
            Class.id,
            Class.name,
            Class.time_zone,
            Assignment.feedback,
            Edition.feedback,
            Edition.time_limit_seconds,
            Edition.attempts_allowed,
            Assignment.opens_at,
            Assignment.due_at,
            Assignment.closes_at,
            Assignment.released_at,
            Assignment.withdrawn_at,
        )
        .join(Class, Class.id == Assignment.class_id)
        .join(Quiz, Quiz.id == Assignment.quiz_id)
        .join(Edition, (Edition.quiz_id == Quiz.id) & Edition.is_current)
    )
