"""An admin in her browser."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import select, update

from quizapp.accounts.models import Person
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction
from tests.web.browser import Browser


@pytest.fixture
def ada(app: Flask) -> Browser:
    """Give the browser of Ada, who runs the installation."""
    browser = Browser(app).sign_up("ada")
    with app.app_context(), transaction():
        db.session.execute(update(Person).where(Person.username == "ada").values(is_teacher=True, is_admin=True))
    return browser


def id_of(app: Flask, name: str) -> int:
    """Return the id of somebody with an account."""
    with app.app_context():
        return db.session.scalars(select(Person.id).where(Person.username == name)).one()
