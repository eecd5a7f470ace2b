"""A teacher's classes, as a list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ScalarSelect, func, select

from quizapp.accounts.models import Person
from quizapp.storage.database import db
from quizapp.teaching.models import Assignment, Class, Enrolment

PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class ClassRow:
    """A class with how many belong to it and how much is set to it."""

    id: int
    name: str
    time_zone: str
    join_code: str | None
    join_expires_at: datetime | None
    archived_at: datetime | None
    members: int
    assignments: int


@dataclass(frozen=True, slots=True)
class ClassPage:
    """One page of a teacher's classes."""

    rows: tuple[ClassRow, ...]
    total: int
    page: int
    pages: int


def classes_of(owner_id: int, *, archived: bool = False, page: int = 1, size: int = PAGE_SIZE) -> ClassPage:
    """Return a teacher's classes by name, those in use or those put away; a page too far is the last one."""
    hers = Class.owner_id == owner_id, Class.archived_at.is_not(None) if archived else Class.archived_at.is_(None)
    total = db.session.scalar(select(func.count()).select_from(Class).where(*hers)) or 0
    pages = max(1, -(-total // size))
    page = min(max(1, page), pages)
    query = (
        select(
            Class.id,
            Class.name,
            Class.time_zone,
            Class.join_code,
            Class.join_expires_at,
            Class.archived_at,
            _members().label("members"),
            _assignments().label("assignments"),
        )
        .where(*hers)
        .order_by(func.lower(Class.name), Class.id)
        .limit(size)
        .offset((page - 1) * size)
    )
    return ClassPage(tuple(ClassRow(*row) for row in db.session.execute(query)), total, page, pages)


def latest_zone(owner_id: int) -> str:
    """Return the zone of the class a teacher made last; UTC where she has made none."""
    query = select(Class.time_zone).where(Class.owner_id == owner_id).order_by(Class.id.desc()).limit(1)
    return db.session.scalar(query) or "UTC"


def _members() -> ScalarSelect[int]:
    return (
        select(func.count(Enrolment.id))
        .join(Person, Person.id == Enrolment.person_id)
        .where(Enrolment.class_id == Class.id, Enrolment.removed_at.is_(None), Person.taken_over_by.is_(None))
        .correlate(Class)
        .scalar_subquery()
    )


def _assignments() -> ScalarSelect[int]:
    return (
        select(func.count(Assignment.id))
        .where(Assignment.class_id == Class.id, Assignment.withdrawn_at.is_(None))
        .correlate(Class)
        .scalar_subquery()
    )
