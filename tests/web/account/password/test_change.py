from __future__ import annotations

from datetime import UTC, datetime

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.accounts import rules
from quizapp.accounts.models import Person
from quizapp.storage.database import db
from quizapp.web.account.password.forms import NO_CURRENT, NOT_CURRENT
from quizapp.web.account.sign_in.forms import TOO_MANY
from quizapp.web.account.sign_up.forms import NO_PASSWORD, NOT_THE_SAME
from quizapp.web.clock import set_clock
from tests.web.browser import PASSWORD, Browser

NEW = "another seven tulips"


def payload(**changes: str) -> dict[str, str]:
    return {"current": PASSWORD, "password": NEW, "again": NEW, **changes}


def kept_hash(app: Flask) -> str | None:
    with app.app_context():
        return db.session.scalars(select(Person.password_hash).where(Person.username == "ana")).one()


def test_it_works(ana: Browser, visitor: Browser, other_browser: Browser) -> None:
    visitor.sign_in("ana")
    assert ana.get("/account/password").status_code == 200
    answer = ana.post("/account/password", payload())
    assert (answer.status_code, answer.location) == (303, "/account/")
    assert (ana.name(), visitor.name()) == ("Ana", "")
    assert other_browser.sign_in("ana", PASSWORD).status_code == 401
    assert other_browser.sign_in("ana", NEW).status_code == 303


def test_a_copied_cookie_of_this_session_opens_nothing_any_more(ana: Browser, visitor: Browser) -> None:
    copied = ana.cookie()
    ana.post("/account/password", payload())
    assert visitor.with_cookie(copied).name() == ""


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"current": ""}, NO_CURRENT),
        ({"current": "wrong password"}, NOT_CURRENT),
        ({"password": "", "again": ""}, NO_PASSWORD),
        ({"password": "short", "again": "short"}, rules.SHORT_PASSWORD),
        ({"password": "iloveyou22", "again": "iloveyou22"}, rules.COMMON_PASSWORD),
        ({"again": "something else"}, NOT_THE_SAME),
    ],
)
def test_what_is_amiss_is_said_beside_the_field(
    app: Flask, ana: Browser, changes: dict[str, str], message: str
) -> None:
    before = kept_hash(app)
    answer = ana.post("/account/password", payload(**changes))
    assert answer.status_code == 400
    assert f'id="{next(iter(changes))}-error">{message}</p>' in answer.text
    assert not [word for word in (PASSWORD, NEW, "something else", "wrong password") if word in answer.text]
    assert kept_hash(app) == before


def test_the_present_password_is_not_guessed_at_leisure(app: Flask, ana: Browser) -> None:
    moment = datetime.now(UTC)
    set_clock(app, lambda: moment)
    for _ in range(10):
        assert ana.post("/account/password", payload(current="wrong password")).status_code == 400
    answer = ana.post("/account/password", payload())
    assert answer.status_code == 429
    assert TOO_MANY in answer.text


def test_a_guest_has_none_to_change(gus: Browser) -> None:
    assert gus.get("/account/password").status_code == 404
    assert gus.post("/account/password", payload()).status_code == 404
