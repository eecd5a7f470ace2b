"""A teacher's own classes and what she set them; anybody else's are not there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from quizapp.storage.database import db
from quizapp.teaching.errors import NoSuchAssignment, NoSuchClass
from quizapp.teaching.models import Assignment, Class


@dataclass(frozen=True, slots=True)
class OwnClass:
    """A class that its teacher has opened."""

    id: int
    name: str
    time_zone: str
    join_code: str | None
    join_expires_at: datetime | None
    archived_at: datetime | None


def open_own_class(class_id: int, person_id: int) -> OwnClass:
    """Return a teacher's own class; NoSuchClass for any other."""
    row = db.session.scalar(select(Class).where(Class.id == class_id, Class.owner_id == person_id))
    if row is None:
        raise NoSuchClass
    return OwnClass(row.id, row.name, row.time_zone, row.join_code, row.join_expires_at, row.archived_at)


@dataclass(frozen=True, slots=True)
class OwnAssignment:
    """Something a teacher set to a class of hers."""

    id: int
    quiz_id: int
    class_id: int
    feedback: str
    opens_at: datetime
    due_at: datetime | None
    closes_at: datetime | None
    released_at: datetime | None
    withdrawn_at: datetime | None


def open_own_assignment(assignment_id: int, person_id: int) -> OwnAssignment:
    """Return an assignment to a teacher's own class; NoSuchAssignment for any other."""
    query = select(Assignment).join(Class, Class.id == Assignment.class_id)
    row = db.session.scalar(query.where(Assignment.id == assignment_id, Class.owner_id == person_id))
    if row is None:
        raise NoSuchAssignment
    return OwnAssignment(
        id=row.id,
        quiz_id=row.quiz_id,
        class_id=row.class_id,
        feedback=row.feedback,
        opens_at=row.opens_at,
        due_at=row.due_at,
        closes_at=row.closes_at,
        released_at=row.released_at,
        withdrawn_at=row.withdrawn_at,
    )
