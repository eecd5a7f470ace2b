"""The class that a code lets people join, and the classes somebody is in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, or_, select

from quizapp.accounts.models import Person
from quizapp.storage.database import db
from quizapp.teaching.errors import NoClassJoins
from quizapp.teaching.models import Class, Enrolment


@dataclass(frozen=True, slots=True)
class OpenClass:
    """A class as whoever might join it sees it."""

    id: int
    name: str
    teacher: str
    owner_id: int


def joinable_class(code: str, *, now: datetime) -> OpenClass:
    """Return the class that a code lets people join now; NoClassJoins where there is none."""
    going = or_(Class.join_expires_at.is_(None), Class.join_expires_at > now)
    row = db.session.execute(_classes().where(Class.join_code == code, going)).one_or_none()
    if row is None:
        raise NoClassJoins
    return OpenClass(*row)


def is_member(class_id: int, person_id: int) -> bool:
    """Whether somebody belongs to a class now."""
    there = Enrolment.class_id == class_id, Enrolment.person_id == person_id, Enrolment.removed_at.is_(None)
    return db.session.scalar(select(Enrolment.id).where(*there)) is not None


def classes_of_learner(person_id: int) -> tuple[OpenClass, ...]:
    """Return the classes somebody is in, by name; those put away are not seen."""
    query = _classes().join(Enrolment, Enrolment.class_id == Class.id)
    mine = query.where(Enrolment.person_id == person_id, Enrolment.removed_at.is_(None))
    return tuple(OpenClass(*row) for row in db.session.execute(mine.order_by(Class.name, Class.id)))


def _classes() -> Select[int, str, str, int]:
    return (
        select(Class.id, Class.name, Person.display_name, Class.owner_id)
        .join(Person, Person.id == Class.owner_id)
        .where(Class.archived_at.is_(None), Person.disabled_at.is_(None))
    )
