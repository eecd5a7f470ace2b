from __future__ import annotations

from datetime import UTC, datetime

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.accounts import operations, rules
from quizapp.accounts.models import Person
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction
from quizapp.web.clock import set_clock
from tests.web.browser import Browser


def test_it_works(app: Flask, visitor: Browser) -> None:
    assert visitor.get("/account/guest").status_code == 200
    answer = visitor.post("/account/guest", {"display_name": " Gus ", "next": "/learn/history/"})
    assert (answer.status_code, answer.location) == (303, "/learn/history/")
    assert visitor.name() == "Gus"
    with app.app_context():
        guest = db.session.scalars(select(Person)).one()
        assert (guest.username, guest.password_hash, guest.display_name) == (None, None, "Gus")
        assert not guest.is_teacher


@pytest.mark.parametrize(
    ("typed", "message"), [("", rules.NO_NAME), ("\u200b", rules.NO_NAME), ("x" * 81, rules.LONG_NAME)]
)
def test_a_name_that_cannot_be_is_refused_beside_the_field(visitor: Browser, typed: str, message: str) -> None:
    answer = visitor.post("/account/guest", {"display_name": typed})
    assert answer.status_code == 400
    assert f'id="display_name-error">{message}</p>' in answer.text
    assert visitor.name() == ""


def test_two_guests_of_one_name_are_two(gus: Browser, visitor: Browser) -> None:
    visitor.be_guest("Gus")
    visitor.post("/account/name", {"display_name": "Another"})
    assert (gus.name(), visitor.name()) == ("Gus", "Another")


def test_whoever_is_somebody_already_goes_on(app: Flask, gus: Browser, ana: Browser) -> None:
    for known in (gus, ana):
        assert known.get("/account/guest?next=/healthz").location == "/healthz"
        assert known.post("/account/guest", {"display_name": "Twice", "next": "/healthz"}).location == "/healthz"
    with app.app_context():
        assert len(db.session.scalars(select(Person.id)).all()) == 2


def test_one_address_does_not_make_guests_without_end(app: Flask, visitor: Browser) -> None:
    moment = datetime.now(UTC)
    set_clock(app, lambda: moment)
    with app.app_context(), transaction():
        for _ in range(operations.NEW_GUESTS.tries):
            operations.count_tries_of(operations.NEW_GUESTS, "127.0.0.1", now=moment)
    assert visitor.post("/account/guest", {"display_name": "Gus"}).status_code == 429
    assert visitor.name() == ""
