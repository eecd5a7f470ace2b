"""Guests: learners with a display name and a secret link, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update

from quizapp.accounts.errors import NoSuchLink
from quizapp.accounts.models import Person
from quizapp.accounts.queries import SignedIn, view_of
from quizapp.accounts.rules import clean_display_name
from quizapp.accounts.secrets import hash_of, new_secret
from quizapp.storage.database import db


@dataclass(frozen=True, slots=True)
class NewGuest:
    """A guest just made, with the secret of their resume link, which is nowhere else."""

    person: SignedIn
    resume_secret: str


def make_guest(display_name: str, *, now: datetime) -> NewGuest:
    """Make a guest of this name; RefusedText where the name cannot be."""
    secret = new_secret()
    guest = Person(
        display_name=clean_display_name(display_name),
        session_key=new_secret(),
        resume_hash=hash_of(secret),
        created_at=now,
    )
    db.session.add(guest)
    db.session.flush()
    return NewGuest(view_of(guest), secret)


def renew_resume_link(guest_id: int) -> str:
    """Replace a guest's resume link and return the new one's secret; the old link opens nothing any more."""
    secret = new_secret()
    guest = db.session.get_one(Person, guest_id)
    if guest.username is not None:
        raise NoSuchLink
    guest.resume_hash = hash_of(secret)
    db.session.flush()
    return secret


def take_over_guest(guest_id: int, account_id: int) -> None:
    """Close a guest whose answers an account has taken over: neither session nor link opens it any more."""
    closed = db.session.scalars(
        update(Person)
        .where(Person.id == guest_id, Person.username.is_(None), Person.taken_over_by.is_(None))
        .where(select(Person.username).where(Person.id == account_id).scalar_subquery().is_not(None))
        .values(taken_over_by=account_id, resume_hash=None, session_key=new_secret())
        .returning(Person.id)
    ).all()
    if not closed:
        raise NoSuchLink
