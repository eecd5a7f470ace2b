"""Teachers in their browsers, a class of one of them, and what the pages of teaching need to know of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from flask import Flask
from sqlalchemy import select, update

from quizapp.accounts import operations as accounts
from quizapp.accounts.models import Person
from quizapp.quizzes.models import Quiz
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction
from quizapp.teaching import operations
from quizapp.teaching.rules import Times
from quizapp.web.clock import set_clock
from tests.acting import Acting
from tests.small_bank import NOW
from tests.web.browser import Browser

T = TypeVar("T")


@dataclass(slots=True)
class Room(Acting):
    """Tess with a class of Ana, and Theo with a class of his own."""

    app: Flask
    tess: Browser
    theo: Browser
    id: int
    theos: int

    @property
    def path(self) -> str:
        """The address of the class of Tess."""
        return f"/teach/classes/{self.id}"

    def one(self, model: type[T], **having: object) -> T:
        """Return the row that has these values."""
        with self.app.app_context():
            return db.session.scalars(select(model).filter_by(**having)).one()

    def count(self, model: type[object]) -> int:
        """Return how many rows there are."""
        with self.app.app_context():
            return len(db.session.scalars(select(model)).all())  # type: ignore[arg-type]

    def person(self, username: str) -> int:
        """Return the id of somebody with an account."""
        return self.one(Person, username=username).id

    def enrol(self, name: str) -> int:
        """Put somebody new into the class of Tess."""

        def act() -> int:
            person = accounts.sign_up(name.lower(), name, "hash", now=NOW).id
            operations.enrol(self.id, person, now=NOW)
            return person

        return self.doing(act)

    def quiz(self, slug: str) -> int:
        """Return the id of a quiz of the small bank."""
        return self.one(Quiz, slug=slug).id

    def assign(self, slug: str = "exam", feedback: str = "", **times: object) -> int:
        """Set a quiz of the small bank to the class of Tess."""
        quiz = self.quiz(slug)
        given = Times(**{"opens_at": NOW, **times})  # type: ignore[arg-type]
        return self.doing(lambda: operations.assign(quiz, self.id, given, feedback=feedback, now=NOW))


def id_of(name: str) -> int:
    """Return the id of somebody with an account; call inside a context."""
    return db.session.scalars(select(Person.id).where(Person.username == name)).one()


def teacher(app: Flask, name: str) -> Browser:
    """Sign a teacher up and in."""
    browser = Browser(app).sign_up(name)
    with app.app_context(), transaction():
        db.session.execute(update(Person).where(Person.username == name).values(is_teacher=True))
    return browser


def make_room(app: Flask) -> Room:
    """Make both teachers with their classes; the clock stands at NOW."""
    set_clock(app, lambda: NOW)
    tess, theo = teacher(app, "tess"), teacher(app, "theo")
    made: list[int] = []
    with app.app_context(), transaction():
        for name, label in (("tess", "4b"), ("theo", "4c")):
            owner = db.session.scalars(select(Person.id).where(Person.username == name)).one()
            made.append(operations.make_class(owner, label, "Europe/Berlin", now=NOW))
    room = Room(app, tess, theo, *made)
    room.enrol("Ana")
    return room
