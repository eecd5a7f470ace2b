from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import argon2
import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.accounts.models import Person
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction
from quizapp.web.account.sign_in.forms import NO_PASSWORD, NO_USERNAME, NOT_RIGHT, TOO_MANY
from quizapp.web.clock import set_clock
from tests.web.browser import PASSWORD, Browser

pytestmark = pytest.mark.usefixtures("ana")


def test_it_works(visitor: Browser) -> None:
    assert visitor.get("/account/sign-in").status_code == 200
    answer = visitor.sign_in(" ANA ")
    assert (answer.status_code, answer.location) == (303, "/")
    assert visitor.name() == "Ana"


def without_varying(page: str, name: str) -> str:
    return re.sub(r'name="csrf_token" value="[^"]*"', "", page).replace(name, "NAME")


def test_an_unknown_name_and_a_wrong_password_are_answered_alike(visitor: Browser) -> None:
    wrong, unknown = visitor.sign_in("ana", "wrong password"), visitor.sign_in("zoe", "wrong password")
    assert (wrong.status_code, unknown.status_code) == (401, 401)
    assert without_varying(wrong.text, "ana") == without_varying(unknown.text, "zoe")
    assert NOT_RIGHT in wrong.text
    assert visitor.name() == ""


@pytest.mark.parametrize(
    ("fields", "name", "message"),
    [({"username": ""}, "username", NO_USERNAME), ({"password": ""}, "password", NO_PASSWORD)],
)
def test_what_is_missing_is_said_beside_the_field(
    visitor: Browser, fields: dict[str, str], name: str, message: str
) -> None:
    answer = visitor.post("/account/sign-in", {"username": "ana", "password": PASSWORD, **fields})
    assert answer.status_code == 400
    assert f'id="{name}-error">{message}</p>' in answer.text


@pytest.mark.parametrize("name", ["a\0na", "\0", "'; DROP TABLE person; --", "x" * 9000, "\u202eana"])
def test_a_strange_name_is_only_an_unknown_one(visitor: Browser, name: str) -> None:
    assert visitor.sign_in(name).status_code == 401


def test_the_password_is_never_sent_back(visitor: Browser) -> None:
    assert "wrong password" not in visitor.sign_in("ana", "wrong password").text


def test_too_many_wrong_tries_are_refused_even_with_the_right_password(app: Flask, visitor: Browser) -> None:
    moment = datetime(2026, 3, 1, tzinfo=UTC)
    set_clock(app, lambda: moment)
    for _ in range(10):
        assert visitor.sign_in("ana", "wrong password").status_code == 401
    answer = visitor.sign_in("ana")
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "900")
    assert TOO_MANY in answer.text
    # Others behind the same address, and Ana elsewhere, are not locked out.
    assert visitor.sign_in("ben", "wrong password").status_code == 401
    assert Browser(app, "192.0.2.9").sign_in("ana").status_code == 303
    set_clock(app, lambda: moment + timedelta(minutes=15))
    assert visitor.sign_in("ana").status_code == 303


def test_it_goes_back_to_where_one_was(visitor: Browser) -> None:
    sent = visitor.get("/learn/history/?page=2")
    assert sent.location == "/account/sign-in?next=/learn/history/?page%3D2"
    assert 'name="next" value="/learn/history/?page=2"' in visitor.get(sent.location).text
    assert visitor.sign_in("ana", next="/learn/history/?page=2").location == "/learn/history/?page=2"


@pytest.mark.parametrize(
    "address",
    [
        "https://evil.example/",
        "//evil.example/",
        "///evil.example/",
        "/\\evil.example/",
        "\\\\evil.example",
        "/\t/evil.example/",
        "/ /evil.example",
        "javascript:alert(1)",
        "http:evil",
        "evil.example",
        "//[",
        "/\r\nSet-Cookie: a=b",
        "/\x7f/evil",
    ],
)
def test_it_never_goes_to_another_site(visitor: Browser, address: str) -> None:
    assert visitor.sign_in("ana", next=address).location == "/"


def test_a_session_begins_anew(visitor: Browser) -> None:
    """Whatever cookie somebody put into the visitor before, it is worth nothing after signing in."""
    visitor.get("/account/sign-in")
    before, token = visitor.cookie(), visitor.token()
    visitor.sign_in("ana")
    assert visitor.cookie() != before
    assert visitor.post_without_token("/account/sign-out/everywhere", {"csrf_token": token}).status_code == 400
    assert Browser(visitor.app).with_cookie(before).name() == ""


def test_whoever_is_signed_in_goes_on(ana: Browser) -> None:
    assert ana.get("/account/sign-in?next=/healthz").location == "/healthz"


def test_a_hash_by_weaker_measures_is_renewed(app: Flask, visitor: Browser) -> None:
    weak = argon2.PasswordHasher(time_cost=1, memory_cost=8 * 1024, parallelism=1).hash(PASSWORD)
    with app.app_context(), transaction():
        db.session.scalars(select(Person)).one().password_hash = weak
    assert visitor.sign_in("ana").status_code == 303
    with app.app_context():
        kept = db.session.scalars(select(Person.password_hash)).one()
    assert kept is not None
    assert argon2.extract_parameters(kept).memory_cost == 19 * 1024
    assert Browser(app).sign_in("ana").status_code == 303


def test_a_disabled_person_is_out_at_the_next_request(app: Flask, ana: Browser, visitor: Browser) -> None:
    assert ana.name() == "Ana"
    with app.app_context(), transaction():
        db.session.scalars(select(Person)).one().disabled_at = datetime.now(UTC)
    assert ana.name() == ""
    assert visitor.sign_in("ana").status_code == 401


def test_what_was_typed_before_the_session_ended_is_carried_along(visitor: Browser) -> None:
    refused = visitor.post_without_token("/account/name", {"display_name": "Ana Maria", "password": "secret!"})
    assert refused.status_code == 401
    assert 'name="kept-display_name" value="Ana Maria"' in refused.text
    assert "secret!" not in refused.text
    carried = visitor.sign_in("ana", next="/account/name", **{"kept-display_name": "Ana Maria"})
    assert carried.status_code == 200
    assert 'action="/account/name"' in carried.text
    assert '<input type="hidden" name="display_name" value="Ana Maria">' in carried.text
    assert visitor.post("/account/name", {"display_name": "Ana Maria"}).status_code == 303
    assert visitor.name() == "Ana Maria"


def test_a_wrong_password_does_not_lose_what_is_carried(visitor: Browser) -> None:
    page = visitor.sign_in("ana", "wrong password", next="/account/name", **{"kept-display_name": "Ana Maria"})
    assert 'name="kept-display_name" value="Ana Maria"' in page.text


def test_another_sites_form_is_not_carried_along(visitor: Browser) -> None:
    refused = visitor.post_without_token(
        "/account/name", {"display_name": "Mallory"}, headers={"Sec-Fetch-Site": "cross-site"}
    )
    assert refused.status_code == 401
    assert "Mallory" not in refused.text
    carried = visitor.sign_in("ana", next="https://evil.example/", **{"kept-display_name": "Ana Maria"})
    assert carried.location == "/"
