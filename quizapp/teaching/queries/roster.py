"""Who belongs to a class, page by page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, func, select

from quizapp.accounts.models import Person
from quizapp.storage.database import db
from quizapp.teaching.errors import NoSuchMember
from quizapp.teaching.models import Enrolment

PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who belongs to a class, or did."""

    person_id: int
    name: str
    username: str | None  # None: a guest
    joined_at: datetime
    removed_at: datetime | None
    has_password: bool
    may_have_card: bool  # has an account that is nobody's who teaches or runs the installation


@dataclass(frozen=True, slots=True)
class Roster:
    """One page of a class's people."""

    rows: tuple[Member, ...]
    total: int
    page: int
    pages: int


def roster(class_id: int, *, removed: bool = False, page: int = 1, size: int = PAGE_SIZE) -> Roster:
    """Return one page of who belongs to a class by name, or of who was taken out; a page too far is the last one."""
    query = _members(class_id, removed)
    total = db.session.scalar(select(func.count()).select_from(query.order_by(None).subquery())) or 0
    pages = max(1, -(-total // size))
    page = min(max(1, page), pages)
    return Roster(_all(db.session.execute(query.limit(size).offset((page - 1) * size))), total, page, pages)


def everybody(class_id: int) -> tuple[Member, ...]:
    """Return all who belong to a class, by name."""
    return _all(db.session.execute(_members(class_id, False)))


def member(class_id: int, person_id: int) -> Member:
    """Return one who belongs to a class or did; NoSuchMember for anybody else."""
    row = db.session.execute(_people(class_id).where(Person.id == person_id)).one_or_none()
    if row is None:
        raise NoSuchMember
    return _member(row)


def _members(class_id: int, removed: bool) -> Select[*tuple[Any, ...]]:
    there = Enrolment.removed_at.is_not(None) if removed else Enrolment.removed_at.is_(None)
    return _people(class_id).where(there).order_by(func.lower(Person.display_name), Person.id)


def _people(class_id: int) -> Select[*tuple[Any, ...]]:
    return (
        select(
            Person.id,
            Person.display_name,
            Person.username,
            Enrolment.joined_at,
            Enrolment.removed_at,
            Person.password_hash.is_not(None).label("has_password"),
            (Person.is_teacher | Person.is_admin).label("is_staff"),
        )
        .join(Enrolment, Enrolment.person_id == Person.id)
        .where(Enrolment.class_id == class_id, Person.taken_over_by.is_(None))
    )


def _all(rows: Iterable[Row[*tuple[Any, ...]]]) -> tuple[Member, ...]:
    return tuple(_member(row) for row in rows)


def _member(row: Row[*tuple[Any, ...]]) -> Member:
    return Member(
        person_id=row.id,
        name=row.display_name,
        username=row.username,
        joined_at=row.joined_at,
        removed_at=row.removed_at,
        has_password=bool(row.has_password),
        may_have_card=row.username is not None and not row.is_staff,
    )
