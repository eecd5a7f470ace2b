"""Who has an account here, and who has been invited."""

from __future__ import annotations

from sqlalchemy import select

from quizapp.accounts.errors import RefusedText
from quizapp.accounts.models import Person
from quizapp.accounts.queries.sign_in import SignedIn, view_of
from quizapp.accounts.rules import clean_username, folded
from quizapp.storage.database import db


def teacher_named(username: str) -> SignedIn | None:
    """Return the teacher who signs in with a username, unless the account is disabled."""
    try:
        name = folded(clean_username(username))
    except RefusedText:
        return None
    query = select(Person).where(Person.username == name, Person.is_teacher, Person.disabled_at.is_(None))
    person = db.session.scalar(query)
    return None if person is None else view_of(person)
