"""Two teachers in their browsers, and a bank of one of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select, update

from quizapp.accounts.models import Person
from quizapp.banks.models import Question
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction
from tests.many_questions import make_bank_of
from tests.teachers_bank import TeachersBank, make_teachers_bank
from tests.web.browser import Browser


def teacher(app: Flask, name: str) -> Browser:
    """Sign a teacher up and in."""
    browser = Browser(app).sign_up(name)
    with app.app_context(), transaction():
        db.session.execute(update(Person).where(Person.username == name).values(is_teacher=True))
    return browser


@pytest.fixture
def tess(app: Flask) -> Browser:
    """Give the browser of Tess, who teaches."""
    return teacher(app, "tess")


@pytest.fixture
def theo(app: Flask) -> Browser:
    """Give the browser of Theo, who teaches too."""
    return teacher(app, "theo")


@pytest.fixture
def pact(app: Flask, tess: Browser) -> TeachersBank:
    """Give a bank of Tess with nine drafts that the item rules can judge."""
    with app.app_context(), transaction():
        return make_teachers_bank(id_of("tess"))


@pytest.fixture
def many(app: Flask, tess: Browser) -> Callable[[int], int]:
    """Give a way to make a bank of Tess with as many questions as are wanted."""

    def make(count: int) -> int:
        with app.app_context(), transaction():
            return make_bank_of(count, id_of("tess"))

    return make


def id_of(name: str) -> int:
    """Return the id of somebody with an account; call inside a context."""
    return db.session.scalars(select(Person.id).where(Person.username == name)).one()


def states(app: Flask, bank_id: int) -> dict[str, int]:
    """Count a bank's questions by state."""
    with app.app_context():
        query = select(Question.state, db.func.count()).where(Question.bank_id == bank_id).group_by(Question.state)
        return {row[0]: row[1] for row in db.session.execute(query)}
