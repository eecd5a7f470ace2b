"""A school in small: two teachers with a class each, and people to be taught."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.accounts import operations as accounts
from quizapp.quizzes.models import Quiz
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction
from quizapp.teaching import operations
from quizapp.teaching.rules import Times
from tests.acting import Acting
from tests.small_bank import NOW


@dataclass(slots=True)
class School(Acting):
    """What the tests of teaching start from; Theo and his class are noise."""

    app: Flask
    tess: int
    theo: int
    ana: int
    ben: int
    room: int  # of Tess, with Ana in it
    theos: int  # of Theo, with Ana and Ben in it

    def quiz(self, slug: str = "open") -> int:
        """The id of a quiz of the small bank."""
        return self.reading(lambda: db.session.scalars(select(Quiz.id).where(Quiz.slug == slug)).one())

    def assign(self, slug: str = "open", room: int | None = None, **times: datetime | None) -> int:
        """Set a quiz to a class, open since now unless told otherwise."""
        quiz = self.quiz(slug)
        given = Times(**{"opens_at": NOW, **times})  # type: ignore[arg-type]
        return self.doing(lambda: operations.assign(quiz, room or self.room, given, now=NOW))


def person(name: str, **more: bool) -> int:
    """Make somebody with an account, inside a transaction."""
    return accounts.sign_up(name.lower(), name, "hash", now=NOW, **more).id


def later(**time: float) -> datetime:
    """A moment after NOW."""
    return NOW + timedelta(**time)


@pytest.fixture
def school(loaded: Flask) -> School:
    """Give the school."""
    with loaded.app_context(), transaction():
        tess, theo = person("Tess", is_teacher=True), person("Theo", is_teacher=True)
        ana, ben = person("Ana"), person("Ben")
        room = operations.make_class(tess, "4b", "Europe/Berlin", now=NOW)
        theos = operations.make_class(theo, "4c", "UTC", now=NOW)
        operations.enrol(room, ana, now=NOW)
        operations.enrol_people(theos, [ana, ben], now=NOW)
    return School(loaded, tess, theo, ana, ben, room, theos)
