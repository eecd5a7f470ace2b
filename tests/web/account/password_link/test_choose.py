from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.accounts import operations, rules
from quizapp.accounts.models import Person
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction
from quizapp.web.account.sign_up.forms import NO_PASSWORD, NOT_THE_SAME
from quizapp.web.clock import now, set_clock
from tests.web.browser import PASSWORD, Browser

NEW = "nine owls in a barn"


def link_of(app: Flask, username: str = "ana") -> str:
    with app.test_request_context(), transaction():
        person_id = db.session.scalars(select(Person.id).where(Person.username == username)).one()
        secret = operations.make_password_link(person_id, person_id, now=now())
    return f"/account/password-link/{secret}"


def payload(**changes: str) -> dict[str, str]:
    return {"password": NEW, "again": NEW, **changes}


def test_it_works(app: Flask, ana: Browser, visitor: Browser) -> None:
    link = link_of(app)
    page = visitor.get(link)
    assert "Hello, <bdi>Ana</bdi>" in page.text
    assert page.headers["Referrer-Policy"] == "no-referrer"
    answer = visitor.post(link, payload())
    assert (answer.status_code, answer.location) == (303, "/")
    assert visitor.name() == "Ana"
    assert ana.name() == ""
    assert ana.sign_in("ana", PASSWORD).status_code == 401
    assert ana.sign_in("ana", NEW).status_code == 303


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"password": "", "again": ""}, "password", NO_PASSWORD),
        ({"password": "short", "again": "short"}, "password", rules.SHORT_PASSWORD),
        ({"password": "password1", "again": "password1"}, "password", rules.COMMON_PASSWORD),
        ({"again": "something else"}, "again", NOT_THE_SAME),
    ],
)
def test_what_is_amiss_is_said_and_uses_nothing_up(
    app: Flask, ana: Browser, visitor: Browser, changes: dict[str, str], field: str, message: str
) -> None:
    link = link_of(app)
    answer = visitor.post(link, payload(**changes))
    assert answer.status_code == 400
    assert f'<p class="error" id="{field}-error">{message}</p>' in answer.text
    assert (ana.name(), visitor.name()) == ("Ana", "")
    assert visitor.post(link, payload()).status_code == 303


def test_ones_own_name_is_no_password(app: Flask, visitor: Browser, other_browser: Browser) -> None:
    other_browser.sign_up("anastasia")
    answer = visitor.post(link_of(app, "anastasia"), payload(password="anastasia", again="anastasia"))
    assert rules.NAME_AS_PASSWORD in answer.text


def test_it_works_once_and_runs_out(app: Flask, ana: Browser, visitor: Browser) -> None:
    link = link_of(app)
    assert visitor.post(link, payload()).status_code == 303
    assert visitor.get(link).status_code == 410
    assert visitor.post(link, payload()).status_code == 410
    link, moment = link_of(app), None
    with app.test_request_context():
        moment = now() + timedelta(days=3)
    set_clock(app, lambda: moment)
    assert visitor.get(link).status_code == 410


def test_a_session_that_ended_writes_nothing(app: Flask, ana: Browser, visitor: Browser) -> None:
    link = link_of(app)
    assert visitor.post_without_token(link, payload()).status_code == 400
    assert ana.name() == "Ana"
    assert visitor.post(link, payload()).status_code == 303


def test_a_guest_brings_along_what_was_answered_and_their_classes(app: Flask, ana: Browser, gus: Browser) -> None:
    link = link_of(app)
    assert "Bring along what I answered as <bdi>Gus</bdi>" in gus.get(link).text
    gus.post(link, payload(take_over="y"))
    with app.app_context():
        guest = db.session.scalars(select(Person).where(Person.username.is_(None))).one()
        assert guest.taken_over_by is not None
