"""Leaving for good."""

from __future__ import annotations

from flask import Flask
from sqlalchemy import select

from quizapp.accounts import operations as accounts
from quizapp.accounts.models import Person
from quizapp.accounts.passwords import hash_password
from quizapp.attempts.models import Attempt
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction
from quizapp.web.clock import now
from tests.web.browser import Browser
from tests.web.learn.taking import take

PASSWORD = "tulip under the bridge"


def account(app: Flask, username: str, **powers: bool) -> Browser:
    """Make an account and sign in with it."""
    with app.app_context(), transaction():
        accounts.sign_up(username, username.title(), hash_password(PASSWORD), now=now(), **powers)
    browser = Browser(app)
    browser.post("/account/sign-in", {"username": username, "password": PASSWORD})
    return browser


def names(app: Flask) -> list[tuple[str, str | None]]:
    with app.app_context():
        rows = db.session.execute(select(Person.display_name, Person.username).order_by(Person.id))
        return [(name, username) for name, username in rows]


def test_a_guest_says_so_twice_and_is_gone(app: Flask, gus: Browser) -> None:
    take(gus, "once").answer(1)
    page = gus.get("/account/erase/").text
    assert "Your marks in 1&nbsp;attempt" in page
    assert 'name="password"' not in page
    assert 'name="heir"' not in page
    refused = gus.post("/account/erase/", {})
    assert refused.status_code == 400
    assert "Tick this, so that it cannot happen by a slip" in refused.text
    answer = gus.post("/account/erase/", {"agreed": "y"})
    assert (answer.status_code, answer.location) == (303, "/")
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert "You are erased here" in gus.get("/").text
    assert gus.get("/learn/history/").location.startswith("/account/sign-in")
    assert names(app) == [("Somebody who left", None)]


def test_the_password_is_asked_again_and_every_device_is_signed_out(app: Flask) -> None:
    ana = account(app, "ana")
    elsewhere = Browser(app)
    elsewhere.post("/account/sign-in", {"username": "ana", "password": PASSWORD})
    take(ana, "once").answer(1)
    for typed, said in (("", "Write your password"), ("wrong one", "That is not your password")):
        refused = ana.post("/account/erase/", {"agreed": "y", "marks_too": "y", "password": typed})
        assert refused.status_code == 400
        assert said in refused.text
        assert 'name="marks_too" value="y" checked' in refused.text
        assert typed == "" or typed not in refused.text
    assert names(app) == [("Ana", "ana")]
    assert ana.post("/account/erase/", {"agreed": "y", "marks_too": "y", "password": PASSWORD}).status_code == 303
    for browser in (ana, elsewhere):
        assert browser.get("/learn/history/").location.startswith("/account/sign-in")
    again = Browser(app).post("/account/sign-in", {"username": "ana", "password": PASSWORD})
    assert "is not right" in again.text or again.status_code == 400
    with app.app_context():
        assert db.session.scalars(select(Attempt.id)).all() == []


def test_a_teacher_hands_on_and_the_only_admin_stays(app: Flask) -> None:
    ada = account(app, "ada", is_teacher=True, is_admin=True)
    tess = account(app, "tess", is_teacher=True)
    tess.post("/teach/classes/new", {"name": "4b", "time_zone": "UTC"})
    page = tess.get("/account/erase/").text
    assert "You have 1&nbsp;class, no&nbsp;banks and no&nbsp;quizzes" in page
    sent = {"agreed": "y", "password": PASSWORD}
    for heir in ("nobody", "tess"):
        refused = tess.post("/account/erase/", {**sent, "heir": heir})
        assert "No other teacher here signs in with that name." in refused.text
        assert f'value="{heir}"' in refused.text
    assert tess.post("/account/erase/", {**sent, "heir": "Ada"}).status_code == 303
    assert "4b" in ada.get("/teach/classes/").text
    assert "You are the only admin here" in ada.get("/account/erase/").text
    refused = ada.post("/account/erase/", sent)
    assert refused.status_code == 409
    assert "You are the only admin here" in refused.text
    assert names(app) == [("Ada", "ada"), ("Somebody who left", None)]
