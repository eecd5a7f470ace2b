"""Two teachers in their browsers, and a bank of one of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.banks.models import Question
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction
from tests.many_questions import make_bank_of
from tests.teachers_bank import TeachersBank, make_teachers_bank
from tests.web.browser import Browser
from tests.web.teach.teaching import id_of


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


def states(app: Flask, bank_id: int) -> dict[str, int]:
    """Count a bank's questions by state."""
    with app.app_context():
        query = select(Question.state, db.func.count()).where(Question.bank_id == bank_id).group_by(Question.state)
        return {row[0]: row[1] for row in db.session.execute(query)}
