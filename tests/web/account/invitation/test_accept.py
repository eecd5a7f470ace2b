from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.accounts.models import Person
from quizapp.accounts.operations import first_teacher_link
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction
from quizapp.web.account.sign_up.forms import NOT_THE_SAME, TAKEN
from quizapp.web.clock import set_clock
from tests.web.browser import PASSWORD, Browser


def payload(**changes: str) -> dict[str, str]:
    fields = {"display_name": "Tess", "username": "tess", "password": PASSWORD, "again": PASSWORD}
    return {**fields, **changes}


@pytest.fixture
def link(app: Flask) -> str:
    with app.app_context(), transaction():
        return f"/account/invitation/{first_teacher_link(datetime.now(UTC))}"


def roles(app: Flask) -> list[tuple[str | None, bool, bool]]:
    with app.app_context():
        rows = db.session.execute(select(Person.username, Person.is_teacher, Person.is_admin).order_by(Person.id))
        return [(name, teacher, admin) for name, teacher, admin in rows]


def test_it_works(app: Flask, visitor: Browser, link: str) -> None:
    assert visitor.get(link).status_code == 200
    answer = visitor.post(link, payload())
    assert (answer.status_code, answer.location) == (303, "/teach/")
    assert roles(app) == [("tess", True, True)]
    assert visitor.name() == "Tess"


def test_it_works_where_sign_up_is_closed(app: Flask, visitor: Browser, link: str) -> None:
    app.config["SIGN_UP"] = False
    assert visitor.post(link, payload()).status_code == 303


def test_it_is_used_once_and_then_says_so(app: Flask, visitor: Browser, other_browser: Browser, link: str) -> None:
    visitor.post(link, payload())
    for answer in (other_browser.get(link), other_browser.post(link, payload(username="otto"))):
        assert answer.status_code == 410
        assert "This link is over" in answer.text
    assert roles(app) == [("tess", True, True)]


def test_it_runs_out_and_says_so(app: Flask, visitor: Browser, link: str) -> None:
    set_clock(app, lambda: datetime.now(UTC) + timedelta(days=8))
    assert visitor.get(link).status_code == 410
    assert visitor.post(link, payload()).status_code == 410
    assert roles(app) == []


def test_a_wrong_link_is_as_if_there_were_none(app: Flask, visitor: Browser, link: str) -> None:
    assert visitor.get("/account/invitation/nonsense").status_code == 404
    assert visitor.post("/account/invitation/nonsense", payload()).status_code == 404
    assert roles(app) == []


def test_looking_does_not_use_it_up(visitor: Browser, link: str) -> None:
    for _ in range(3):
        assert visitor.get(link).status_code == 200
    assert visitor.get(link).headers["Referrer-Policy"] == "no-referrer"
    assert visitor.post(link, payload()).status_code == 303


def test_what_is_amiss_is_said_and_does_not_use_it_up(app: Flask, ana: Browser, visitor: Browser, link: str) -> None:
    wrong = visitor.post(link, payload(again="something else"))
    assert (wrong.status_code, NOT_THE_SAME in wrong.text) == (400, True)
    taken = visitor.post(link, payload(username="ana"))
    assert (taken.status_code, TAKEN in taken.text) == (409, True)
    assert visitor.post(link, payload()).status_code == 303
    assert roles(app) == [("ana", False, False), ("tess", True, True)]
