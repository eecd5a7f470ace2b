from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask

from quizapp.web.clock import set_clock
from tests.web.browser import Browser

NOW = datetime.now(UTC)


def test_the_cookie_is_closed_to_scripts_and_other_sites(visitor: Browser) -> None:
    cookie = visitor.get("/account/sign-in").headers["Set-Cookie"]
    assert cookie.startswith("quizapp=")
    assert {"HttpOnly", "SameSite=Lax", "Path=/"} <= set(cookie.split("; "))
    assert "Secure" not in cookie


@pytest.mark.sqlite_only
def test_with_https_the_cookie_is_bound_to_this_host(app_with: Callable[..., Flask]) -> None:
    visitor = Browser(app_with(https=True))
    cookie = visitor.get("/account/sign-in", base_url="https://quiz.example/").headers["Set-Cookie"]
    assert cookie.startswith("__Host-quizapp=")
    assert {"HttpOnly", "SameSite=Lax", "Path=/", "Secure"} <= set(cookie.split("; "))
    assert "Domain" not in cookie


def test_a_session_lives_while_it_is_used(app: Flask, ana: Browser) -> None:
    for days in (0, 20, 40, 60):
        moment = NOW + timedelta(days=days)
        set_clock(app, lambda moment=moment: moment)
        answer = ana.get("/account/")
        assert answer.status_code == 200
        assert "Expires" in answer.headers.get("Set-Cookie", "Expires")


def test_a_session_is_over_after_half_a_year(app: Flask, ana: Browser) -> None:
    set_clock(app, lambda: NOW + timedelta(days=179))
    assert ana.name() == "Ana"
    set_clock(app, lambda: NOW + timedelta(days=181))
    assert ana.name() == ""


def test_the_cookie_is_sent_again_once_a_day_only(app: Flask, ana: Browser) -> None:
    assert "Set-Cookie" not in ana.get("/healthz").headers
    ana.get("/account/")
    assert "Set-Cookie" not in ana.get("/account/").headers
    set_clock(app, lambda: NOW + timedelta(days=1))
    assert "Set-Cookie" in ana.get("/account/").headers


def test_the_cookie_is_small_and_holds_no_password(ana: Browser, gus: Browser) -> None:
    assert len(ana.cookie()) < 1000
    assert len(gus.cookie()) < 1000


@pytest.mark.parametrize("value", ["", "x", "a.b.c", "eyJ9.x.y"])
def test_a_forged_cookie_is_nobody(visitor: Browser, value: str) -> None:
    assert visitor.with_cookie(value).name() == ""


def test_a_cookie_signed_with_another_key_is_nobody(app_with: Callable[..., Flask], ana: Browser) -> None:
    other = app_with(secret_key="another key of thirty-two characters")
    assert Browser(other).with_cookie(ana.cookie()).name() == ""


def test_pictures_and_styles_ask_for_no_session(ana: Browser) -> None:
    with ana.app.test_request_context():
        address = ana.app.jinja_env.globals["asset"]("img/icon.svg")
    answer = ana.get(address)
    assert answer.status_code == 200
    assert "Cookie" not in answer.headers.get("Vary", "")
    assert "Set-Cookie" not in answer.headers


def test_a_page_asks_once_who_somebody_is(ana: Browser, statements: list[str]) -> None:
    statements.clear()
    ana.get("/account/")
    assert len([statement for statement in statements if "ended_session" in statement]) == 1
