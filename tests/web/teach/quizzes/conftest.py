"""Tess in her browser, with the small bank to ask from, and Theo, who teaches too."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from flask import Flask
from sqlalchemy import select, update
from werkzeug.test import TestResponse

from quizapp.accounts.models import Person
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction
from tests.composing import Teacher
from tests.web.browser import Browser


@dataclass(frozen=True, slots=True)
class Desk:
    """A teacher's browser, and the same teacher in the rooms."""

    browser: Browser
    teacher: Teacher

    def open(self, quiz_id: int, page: str = "") -> TestResponse:
        """Open a page of a quiz."""
        return self.browser.get(f"/teach/quizzes/{quiz_id}{page}")

    def send(self, quiz_id: int, page: str, **fields: object) -> TestResponse:
        """Send a form of a quiz, with the revision it is at unless another is given."""
        fields.setdefault("revision", self.teacher.composer(quiz_id).revision)
        return self.browser.post(f"/teach/quizzes/{quiz_id}{page}", fields)

    def follow(self, answer: TestResponse) -> str:
        """Open where a form leads, and return the page."""
        assert answer.status_code == 303, answer.text
        return self.browser.get(answer.location).text


def make_desk(app: Flask, name: str) -> Desk:
    browser = Browser(app).sign_up(name)
    with app.app_context(), transaction():
        db.session.execute(update(Person).where(Person.username == name).values(is_teacher=True))
        person_id = db.session.scalars(select(Person.id).where(Person.username == name)).one()
    browser.get("/account/")  # which shows the welcome, so that no page of a quiz does
    return Desk(browser, Teacher(app, person_id=person_id))


@pytest.fixture
def tess(loaded: Flask) -> Desk:
    """Give the desk of most tests."""
    return make_desk(loaded, "tess")


@pytest.fixture
def theo(loaded: Flask) -> Desk:
    """Give another teacher's desk."""
    return make_desk(loaded, "theo")
