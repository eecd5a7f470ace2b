"""Accounts: made, renamed, given another password."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.exc import IntegrityError

from quizapp.accounts.errors import NameTaken
from quizapp.accounts.models import Person
from quizapp.accounts.queries import SignedIn, view_of
from quizapp.accounts.rules import clean_display_name, clean_username, folded
from quizapp.accounts.secrets import new_secret
from quizapp.storage.database import db


def sign_up(
    username: str,
    display_name: str,
    password_hash: str,
    *,
    now: datetime,
    is_teacher: bool = False,
    is_admin: bool = False,
) -> SignedIn:
    """Make an account; NameTaken or RefusedText where the name cannot be had."""
    person = Person(
        display_name=clean_display_name(display_name),
        username=folded(clean_username(username)),
        password_hash=password_hash,
        is_teacher=is_teacher,
        is_admin=is_admin,
        session_key=new_secret(),
        created_at=now,
    )
    db.session.add(person)
    try:
        db.session.flush()
    except IntegrityError:
        # The unique index decides, so that of two at once one has the name.
        raise NameTaken from None
    return view_of(person)


def rename(person_id: int, display_name: str) -> None:
    """Show a person under another name; RefusedText where it cannot be."""
    db.session.get_one(Person, person_id).display_name = clean_display_name(display_name)
    db.session.flush()


def change_password(person_id: int, password_hash: str) -> SignedIn:
    """Give a person another password and end every session; the person comes back under a new session key."""
    person = db.session.get_one(Person, person_id)
    person.password_hash = password_hash
    person.session_key = new_secret()
    db.session.flush()
    return view_of(person)
