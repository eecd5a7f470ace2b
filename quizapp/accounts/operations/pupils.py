"""Accounts that a teacher makes for her pupils: each chooses a password by a card, and has none before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.exc import IntegrityError

from quizapp.accounts.errors import NameTaken
from quizapp.accounts.models import Person
from quizapp.accounts.rules import clean_display_name, clean_username, folded
from quizapp.accounts.secrets import new_secret
from quizapp.storage.database import db


@dataclass(frozen=True, slots=True)
class NewPupil:
    """Who is to have an account."""

    display_name: str
    username: str


def make_pupils(pupils: Sequence[NewPupil], *, now: datetime) -> list[int]:
    """Make an account without a password for each and return their ids; NameTaken where one username cannot be had."""
    people = [
        Person(
            display_name=clean_display_name(pupil.display_name),
            username=folded(clean_username(pupil.username)),
            session_key=new_secret(),
            created_at=now,
        )
        for pupil in pupils
    ]
    db.session.add_all(people)
    try:
        db.session.flush()
    except IntegrityError:
        raise NameTaken from None
    return [person.id for person in people]
