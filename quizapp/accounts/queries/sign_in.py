"""Who comes in: by a session, a password or a link."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import exists, select

from quizapp.accounts.errors import InvitationOver, NoSuchLink, RefusedText, WrongPassword
from quizapp.accounts.models import EndedSession, Invitation, Person
from quizapp.accounts.passwords import is_password
from quizapp.accounts.rules import clean_username, folded
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


@dataclass(frozen=True, slots=True)
class Verified:
    """A person whose password was right, with the hash it was checked against."""

    person: SignedIn
    password_hash: str


def verified(username: str, password: str) -> Verified:
    """Return who signs in; WrongPassword where the name, the password or the account is not right.

    Which of them is not said, and a name that nobody has costs as much time as one that somebody has.
    """
    person = _person_named(username)
    is_right = is_password(password, person.password_hash if person else None)
    if person is None or not is_right or person.disabled_at is not None:
        raise WrongPassword
    return Verified(view_of(person), person.password_hash or "")


def check_password_of(person_id: int, password: str) -> None:
    """Raise WrongPassword unless this is the person's password."""
    if not is_password(password, db.session.get_one(Person, person_id).password_hash):
        raise WrongPassword


def guest_of_link(secret: str) -> SignedIn:
    """Return the guest a resume link opens; NoSuchLink where it opens none, or none any more."""
    guest = db.session.scalar(
        select(Person).where(
            Person.resume_hash == hash_of(secret),
            Person.username.is_(None),
            Person.disabled_at.is_(None),
            Person.taken_over_by.is_(None),
        )
    )
    if guest is None:
        raise NoSuchLink
    return view_of(guest)


@dataclass(frozen=True, slots=True)
class Offer:
    """The account that an invitation makes."""

    makes_admin: bool
    invited_by: str  # the admin who made it; empty for the first teacher, whom the program itself invites


def check_invitation(secret: str, *, now: datetime) -> Offer:
    """Return what an invitation offers; InvitationOver where it was used or ran out, NoSuchLink where there is none."""
    invitation = db.session.scalar(select(Invitation).where(Invitation.secret_hash == hash_of(secret)))
    if invitation is None:
        raise NoSuchLink
    if invitation.used_at is not None or invitation.expires_at <= now:
        raise InvitationOver
    maker = None if invitation.made_by_id is None else db.session.get(Person, invitation.made_by_id)
    return Offer(invitation.makes_admin, maker.display_name if maker else "")


def _person_named(username: str) -> Person | None:
    try:
        name = folded(clean_username(username))
    except RefusedText:
        return None
    return db.session.scalar(select(Person).where(Person.username == name))
