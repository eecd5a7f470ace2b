"""Who somebody is, as the pages ask it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import exists, select

from quizapp.accounts.models import EndedSession, Person
from quizapp.accounts.secrets import hash_of
from quizapp.storage.database import db


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A person as the pages know them; nothing that opens a session is in it but the session's own key."""

    id: int
    display_name: str
    username: str | None
    is_guest: bool
    is_teacher: bool
    is_admin: bool
    session_key: str


def signed_in(session_key: str, session_id: str) -> SignedIn | None:
    """Return the person a session belongs to; None where it was ended or the person may not come in any more."""
    ended = exists().where(EndedSession.session_hash == hash_of(session_id))
    person = db.session.scalar(
        select(Person).where(
            Person.session_key == session_key,
            Person.disabled_at.is_(None),
            Person.taken_over_by.is_(None),
            ~ended,
        )
    )
    return None if person is None else view_of(person)


def view_of(person: Person) -> SignedIn:
    """Return a person as the pages know them."""
    return SignedIn(
        id=person.id,
        display_name=person.display_name,
        username=person.username,
        is_guest=person.username is None,
        is_teacher=person.is_teacher,
        is_admin=person.is_admin,
        session_key=person.session_key,
    )
