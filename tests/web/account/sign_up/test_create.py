from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.accounts import rules
from quizapp.accounts.models import Person
from quizapp.storage.database import db
from quizapp.web.account.sign_up.forms import NO_PASSWORD, NOT_THE_SAME, TAKEN
from tests.web.browser import PASSWORD, Browser


def payload(**changes: str) -> dict[str, str]:
    fields = {"display_name": "Ana Maria", "username": "Ana", "password": PASSWORD, "again": PASSWORD}
    return {**fields, **changes}


def people(app: Flask) -> list[tuple[str | None, str]]:
    with app.app_context():
        rows = db.session.execute(select(Person.username, Person.display_name).order_by(Person.id))
        return [(username, name) for username, name in rows]


def test_it_works(app: Flask, visitor: Browser) -> None:
    assert visitor.get("/account/sign-up").status_code == 200
    answer = visitor.post("/account/sign-up", payload())
    assert (answer.status_code, answer.location) == (303, "/")
    assert people(app) == [("ana", "Ana Maria")]
    assert visitor.name() == "Ana Maria"
    with app.app_context():
        person = db.session.scalars(select(Person)).one()
        assert person.password_hash is not None
        assert PASSWORD not in person.password_hash


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"display_name": ""}, rules.NO_NAME),
        ({"display_name": "A\0na"}, rules.UNSEEN_IN_NAME),
        ({"username": ""}, rules.NO_USERNAME),
        ({"username": "a\0na"}, rules.STRANGE_USERNAME),
        ({"password": "", "again": ""}, NO_PASSWORD),
        ({"password": "short", "again": "short"}, rules.SHORT_PASSWORD),
        ({"password": "x1" * 101, "again": "x1" * 101}, rules.LONG_PASSWORD),
        ({"password": "password1", "again": "password1"}, rules.COMMON_PASSWORD),
        ({"password": "ana maria", "again": "ana maria"}, rules.NAME_AS_PASSWORD),
        ({"again": "something else"}, NOT_THE_SAME),
    ],
)
def test_what_is_amiss_is_said_beside_the_field(
    app: Flask, visitor: Browser, changes: dict[str, str], message: str
) -> None:
    answer = visitor.post("/account/sign-up", payload(**changes))
    assert answer.status_code == 400
    assert f'<p class="error" id="{next(iter(changes))}-error">{message}</p>' in answer.text
    assert people(app) == []


def test_what_was_typed_is_kept_but_never_the_password(visitor: Browser) -> None:
    answer = visitor.post("/account/sign-up", payload(again="something else", username='"><i>ana'))
    assert 'value="Ana Maria"' in answer.text
    assert 'value="&#34;&gt;&lt;i&gt;ana"' in answer.text
    assert PASSWORD not in answer.text
    assert "something else" not in answer.text


def test_a_name_that_is_taken_is_said_so(app: Flask, ana: Browser, visitor: Browser) -> None:
    answer = visitor.post("/account/sign-up", payload(username=" ANA "))
    assert answer.status_code == 409
    assert f'id="username-error">{TAKEN}</p>' in answer.text
    assert people(app) == [("ana", "Ana")]


def test_nobody_makes_themselves_a_teacher(app: Flask, visitor: Browser) -> None:
    extra = {"is_teacher": "1", "is_admin": "1", "role": "admin", "id": "7", "session_key": "x", "created_at": "1"}
    visitor.post("/account/sign-up", payload(**extra))
    with app.app_context():
        person = db.session.scalars(select(Person)).one()
        assert (person.is_teacher, person.is_admin, person.id) == (False, False, 1)
        assert person.session_key != "x"


def test_whoever_is_signed_in_needs_no_account(ana: Browser) -> None:
    assert ana.get("/account/sign-up?next=/healthz").location == "/healthz"


def test_it_goes_back_to_where_one_was(visitor: Browser) -> None:
    assert 'name="next" value="/learn/history/"' in visitor.get("/account/sign-up?next=/learn/history/").text
    assert visitor.post("/account/sign-up", payload(next="/learn/history/")).location == "/learn/history/"


def test_sign_up_can_be_closed(app_with: Callable[..., Flask]) -> None:
    app = app_with(sign_up=False)
    visitor = Browser(app)
    assert "Sign-up is closed here" in visitor.get("/account/sign-up").text
    answer = visitor.post("/account/sign-up", payload())
    assert (answer.status_code, people(app)) == (403, [])
    assert "/account/sign-up" not in visitor.get("/account/sign-in").text


def test_one_address_does_not_make_accounts_without_end(app: Flask, visitor: Browser) -> None:
    from datetime import UTC, datetime

    from quizapp.accounts import operations
    from quizapp.storage.transaction import transaction
    from quizapp.web.clock import set_clock

    moment = datetime(2026, 3, 1, tzinfo=UTC)
    set_clock(app, lambda: moment)
    with app.app_context(), transaction():
        for _ in range(operations.NEW_ACCOUNTS.tries):
            operations.count_tries_of(operations.NEW_ACCOUNTS, "127.0.0.1", now=moment)
    answer = visitor.post("/account/sign-up", payload())
    assert (answer.status_code, people(app)) == (429, [])
    assert answer.headers["Retry-After"] == "3600"
    assert Browser(app, "192.0.2.9").post("/account/sign-up", payload()).status_code == 303
