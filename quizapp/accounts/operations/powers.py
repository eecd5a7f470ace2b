"""Who may come in, and who runs the installation."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, update

from quizapp.accounts.errors import NoSuchPerson, NotPossible
from quizapp.accounts.models import Invitation, Person
from quizapp.accounts.operations.password_links import end_password_links, end_password_links_by
from quizapp.accounts.secrets import new_secret
from quizapp.storage.database import db

ONLY_TEACHERS = "Only a teacher can be made an admin. Invite {name} as a teacher first."
LAST_ADMIN = "{name} is the only admin. Make another teacher an admin first, so that somebody can let people in."
YOURSELF = "This is your own account. Another admin can disable it."
DISABLED = "This account is disabled. Enable it first."


def make_admin(person_id: int) -> None:
    """Let a teacher run the installation too; NotPossible says why she cannot."""
    person = _person(person_id)
    if not person.is_teacher:
        raise NotPossible(ONLY_TEACHERS.format(name=person.display_name))
    if person.disabled_at is not None:
        raise NotPossible(DISABLED)
    person.is_admin = True
    db.session.flush()


def unmake_admin(person_id: int) -> None:
    """Let an admin run the installation no longer; NotPossible for the last one."""
    keep_an_admin(person_id)
    _person(person_id).is_admin = False
    db.session.flush()


def disable(person_id: int, by_id: int, *, now: datetime) -> None:
    """Let somebody in no longer: their sessions, links to their account, and what they made for others end at once.

    NotPossible for oneself and for the last admin.
    """
    if person_id == by_id:
        raise NotPossible(YOURSELF)
    keep_an_admin(person_id)
    person = _person(person_id)
    person.disabled_at = person.disabled_at or now
    person.session_key = new_secret()
    end_password_links(person_id, now=now)
    end_password_links_by(person_id, now=now)
    made_by_them = Invitation.made_by_id == person_id, Invitation.used_at.is_(None), Invitation.expires_at > now
    db.session.execute(update(Invitation).where(*made_by_them).values(expires_at=now))
    db.session.flush()


def enable(person_id: int) -> None:
    """Let somebody in again, with the password they had."""
    _person(person_id).disabled_at = None
    db.session.flush()


def _person(person_id: int) -> Person:
    person = db.session.scalar(select(Person).where(Person.id == person_id, Person.username.is_not(None)))
    if person is None:
        raise NoSuchPerson
    return person


def keep_an_admin(person_id: int) -> None:
    """Raise NotPossible where nobody else could let people in.

    Locked, so that of two admins who unmake each other at the same time one stays.
    """
    query = select(Person).where(Person.is_admin, Person.disabled_at.is_(None)).order_by(Person.id).with_for_update()
    admins = db.session.scalars(query).all()
    if [person.id for person in admins] == [person_id]:
        raise NotPossible(LAST_ADMIN.format(name=admins[0].display_name))
