"""Erasing a person: what says who it was goes, a bare row stays."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, select, update

from quizapp.accounts.models import Invitation, PasswordLink, Person
from quizapp.accounts.operations.password_links import end_password_links_by
from quizapp.accounts.operations.powers import keep_an_admin
from quizapp.accounts.secrets import new_secret
from quizapp.storage.database import db

NAMELESS = "Somebody who left"


def erase_person(person_id: int, *, now: datetime) -> None:
    """Take name, sign-in and powers from a person for good, and end every session and every link of theirs.

    The row stays under a name that is nobody's, because what it did for others points to it. Guests whose answers the
    account took over go with it. NotPossible for the last admin.
    """
    keep_an_admin(person_id)
    persons = [person_id, *db.session.scalars(select(Person.id).where(Person.taken_over_by == person_id))]
    db.session.execute(delete(PasswordLink).where(PasswordLink.person_id.in_(persons)))
    end_password_links_by(person_id, now=now)
    _end_invitations(person_id, now=now)
    for person in db.session.scalars(select(Person).where(Person.id.in_(persons)).with_for_update()):
        _strip(person, now=now)
    db.session.flush()


def _end_invitations(person_id: int, *, now: datetime) -> None:
    theirs = Invitation.made_by_id == person_id
    db.session.execute(update(Invitation).where(theirs).values(label=""))
    unused = theirs, Invitation.used_at.is_(None), Invitation.expires_at > now
    db.session.execute(update(Invitation).where(*unused).values(expires_at=now))


def _strip(person: Person, *, now: datetime) -> None:
    person.display_name = NAMELESS
    person.username = person.password_hash = person.resume_hash = None
    person.is_teacher = person.is_admin = False
    person.session_key = new_secret()
    person.created_at = person.disabled_at = person.erased_at = now
