"""A guest becomes somebody with an account, and the answers come along."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.accounts.models import Person
from quizapp.attempts.models import Attempt
from quizapp.quizzes.models import Quiz
from quizapp.storage.database import db
from tests.small_bank import load_small_bank
from tests.web.browser import PASSWORD, Browser

TICK = {"guest-asked": "1", "take_over": "y"}
NO_TICK = {"guest-asked": "1"}
NEW = {"display_name": "Zoe", "username": "zoe", "password": PASSWORD, "again": PASSWORD}


@pytest.fixture
def loaded(app: Flask, tmp_path: Path) -> Flask:
    load_small_bank(app, tmp_path)
    return app


@pytest.fixture
def gus(loaded: Flask) -> Browser:
    """Give a guest who has begun a quiz."""
    visitor = Browser(loaded).be_guest("Gus")
    begin(visitor, "first")
    return visitor


def begin(visitor: Browser, slug: str) -> str:
    with visitor.app.app_context():
        quiz = db.session.scalars(select(Quiz.id).where(Quiz.slug == slug)).one()
    location = visitor.post(f"/learn/quizzes/{quiz}/start").location
    assert location is not None
    return location


def owners(app: Flask) -> list[str]:
    with app.app_context():
        query = select(Person.display_name).join(Attempt, Attempt.learner_id == Person.id).order_by(Attempt.id)
        return list(db.session.scalars(query))


def test_a_new_account_takes_the_answers_along(gus: Browser, other_browser: Browser) -> None:
    begin(other_browser.be_guest("Flo"), "first")
    page = gus.get("/account/sign-up").text
    assert "Bring along what I answered as <bdi>Gus</bdi>" in page
    assert re.search(r'<input [^>]*checked[^>]* name="take_over"', page)
    link = gus.get("/account/").text.partition('readonly value="http://localhost')[2].partition('"')[0]
    assert gus.post("/account/sign-up", {**NEW, **TICK}).status_code == 303
    assert owners(gus.app) == ["Zoe", "Flo"]
    assert "What you answered as a guest is in your account now." in gus.get("/").text
    assert gus.name() == "Zoe"
    assert Browser(gus.app).get(link).status_code == 404


def test_an_account_that_is_there_takes_the_answers_along(gus: Browser, loaded: Flask) -> None:
    Browser(loaded).sign_up("zoe")
    assert "Bring along" in gus.get("/account/sign-in").text
    assert gus.sign_in("zoe", **TICK).status_code == 303
    assert owners(loaded) == ["Zoe"]


def test_the_attempt_goes_on_where_it_stood(gus: Browser, loaded: Flask) -> None:
    attempt = begin(gus, "first")
    path = gus.get(attempt).location
    gus.post("/account/sign-up", {**NEW, **TICK})
    assert gus.get(path).status_code == 200
    laptop = Browser(loaded)
    laptop.sign_in("zoe")
    assert laptop.get(attempt).location == path


def test_two_open_attempts_of_one_quiz_become_one(gus: Browser, loaded: Flask) -> None:
    zoe = Browser(loaded).sign_up("zoe")
    begin(zoe, "first")
    assert gus.sign_in("zoe", **TICK).status_code == 303
    with loaded.app_context():
        states = db.session.scalars(select(Attempt.state).order_by(Attempt.id)).all()
    assert sorted(states) == ["open", "submitted"]
    assert owners(loaded) == ["Zoe", "Zoe"]


def test_whoever_does_not_want_that_leaves_the_guest_alone(gus: Browser, loaded: Flask) -> None:
    link = gus.get("/account/").text.partition('readonly value="http://localhost')[2].partition('"')[0]
    gus.post("/account/sign-up", {**NEW, **NO_TICK})
    assert (owners(loaded), gus.name()) == (["Gus"], "Zoe")
    back = Browser(loaded)
    back.post(link)
    assert back.name() == "Gus"


def test_a_page_made_before_there_was_a_guest_did_not_ask_so_they_come_along(gus: Browser, loaded: Flask) -> None:
    gus.post("/account/sign-up", NEW)
    assert owners(loaded) == ["Zoe"]


def test_a_wrong_password_moves_nothing(gus: Browser, loaded: Flask) -> None:
    Browser(loaded).sign_up("zoe")
    gus.sign_in("zoe", "wrong password", **TICK)
    assert (owners(loaded), gus.name()) == (["Gus"], "Gus")


def test_a_name_that_is_taken_moves_nothing(gus: Browser, loaded: Flask) -> None:
    Browser(loaded).sign_up("zoe")
    assert gus.post("/account/sign-up", {**NEW, **TICK}).status_code == 409
    assert (owners(loaded), gus.name()) == (["Gus"], "Gus")


def test_the_guests_other_devices_are_out(gus: Browser, loaded: Flask) -> None:
    phone = Browser(loaded).with_cookie(gus.cookie())
    gus.post("/account/sign-up", {**NEW, **TICK})
    assert phone.name() == ""
