"""Who has an account here, and who has been invited."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import aliased

from quizapp.accounts.errors import NoSuchPerson, RefusedText
from quizapp.accounts.models import Invitation, Person
from quizapp.accounts.queries.sign_in import SignedIn, view_of
from quizapp.accounts.rules import clean_username, folded
from quizapp.storage.database import db

Role = Literal["", "teachers", "admins", "learners", "disabled"]
PAGE_SIZE = 50
MOST_INVITATIONS = 100
LATELY = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """Somebody with an account, as an admin sees them."""

    id: int
    display_name: str
    username: str
    is_teacher: bool
    is_admin: bool
    has_password: bool
    created_at: datetime
    disabled_at: datetime | None


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """One page of the people with an account."""

    rows: tuple[PersonEntry, ...]
    total: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class InvitationEntry:
    """An invitation that makes a teacher's account, or did until it ran out or was withdrawn."""

    id: int
    label: str
    made_by: str
    created_at: datetime
    expires_at: datetime
    is_open: bool


ROLES: dict[Role, tuple[ColumnElement[bool], ...]] = {
    "": (),
    "teachers": (Person.is_teacher.is_(True),),
    "admins": (Person.is_admin.is_(True),),
    "learners": (Person.is_teacher.is_(False),),
    "disabled": (Person.disabled_at.is_not(None),),
}


def has_people() -> bool:
    """Say whether anybody has used this installation, be it as a guest."""
    return db.session.scalar(select(Person.id).limit(1)) is not None


def people(text: str = "", role: Role = "", *, page: int = 1, size: int = PAGE_SIZE) -> PeoplePage:
    """Return one page of the people with an account, by name: those whose name or username holds the text."""
    wanted = _wanted(text, role)
    total = db.session.scalar(select(func.count(Person.id)).where(*wanted)) or 0
    pages = max(1, -(-total // size))
    page = min(max(1, page), pages)
    query = select(Person).where(*wanted).order_by(func.lower(Person.display_name), Person.id)
    rows = db.session.scalars(query.limit(size).offset((page - 1) * size))
    return PeoplePage(tuple(_entry(person) for person in rows), total, page, pages)


def person_with_account(person_id: int) -> PersonEntry:
    """Return somebody with an account; NoSuchPerson for a guest or nobody."""
    person = db.session.scalar(select(Person).where(Person.id == person_id, Person.username.is_not(None)))
    if person is None:
        raise NoSuchPerson
    return _entry(person)


def teacher_named(username: str) -> SignedIn | None:
    """Return the teacher who signs in with a username, unless the account is disabled."""
    try:
        name = folded(clean_username(username))
    except RefusedText:
        return None
    query = select(Person).where(Person.username == name, Person.is_teacher, Person.disabled_at.is_(None))
    person = db.session.scalar(query)
    return None if person is None else view_of(person)


def invitations(*, now: datetime) -> tuple[InvitationEntry, ...]:
    """Return the invitations by admins that nobody has used: the open ones, and those that ran out lately."""
    maker = aliased(Person)
    query = (
        select(Invitation, maker.display_name)
        .join(maker, maker.id == Invitation.made_by_id)
        .where(Invitation.used_at.is_(None), Invitation.expires_at > now - LATELY)
        .order_by(Invitation.expires_at.desc(), Invitation.id.desc())
        .limit(MOST_INVITATIONS)
    )
    return tuple(
        InvitationEntry(row.id, row.label, name, row.created_at, row.expires_at, row.expires_at > now)
        for row, name in db.session.execute(query)
    )


def _wanted(text: str, role: Role) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [Person.username.is_not(None)]
    for word in text.split():
        part = word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        by_name = Person.display_name.ilike(f"%{part}%", escape="\\")
        found.append(by_name | Person.username.like(f"%{folded(part)}%", escape="\\"))
    return [*found, *ROLES[role]]


def _entry(person: Person) -> PersonEntry:
    return PersonEntry(
        id=person.id,
        display_name=person.display_name,
        username=person.username or "",
        is_teacher=person.is_teacher,
        is_admin=person.is_admin,
        has_password=person.password_hash is not None,
        created_at=person.created_at,
        disabled_at=person.disabled_at,
    )
