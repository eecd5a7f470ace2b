from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from flask import Flask, Response, session
from werkzeug.test import TestResponse

from quizapp.storage.errors import StorageBusy
from quizapp.web.access import KEY
from quizapp.web.access_table import Row, Who
from tests.web.browser import Browser

EXPECTED = {
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
POLICY = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
}


def amiss(answer: TestResponse) -> list[str]:
    """What a response does not say that every response must."""
    wrong = [name for name, value in EXPECTED.items() if answer.headers.get(name) != value]
    if set(answer.headers.get("Content-Security-Policy", "").split("; ")) != POLICY:
        wrong.append("Content-Security-Policy")
    if answer.headers.get("Referrer-Policy") not in {"same-origin", "no-referrer"}:
        wrong.append("Referrer-Policy")
    if answer.headers.get("Content-Type", "").startswith("text/") and "charset=utf-8" not in answer.content_type:
        wrong.append("charset")
    if answer.headers.get("Cache-Control") != "no-store":
        wrong.append("Cache-Control")
    return wrong


def add_faulty_routes(app: Flask) -> None:
    """Routes that fail, as ours might one day."""

    def fail() -> str:
        raise ZeroDivisionError("a secret of the machine")

    def busy() -> str:
        raise StorageBusy("busy")

    for name, view in (("fail", fail), ("busy", busy)):
        app.add_url_rule(f"/{name}", name, view)
    app.extensions[KEY] = {
        **app.extensions[KEY],
        ("fail", "GET"): Row("fail", "GET", Who.EVERYONE),
        ("busy", "GET"): Row("busy", "GET", Who.EVERYONE),
    }


def every_kind_of_response(app: Flask) -> Iterator[tuple[str, TestResponse]]:
    """Pages, redirects, refusals and faults."""
    visitor = Browser(app)
    yield "page", visitor.get("/account/sign-in")
    yield "health", visitor.get("/healthz")
    yield "redirect", visitor.get("/account/")
    yield "missing", visitor.get("/nothing/here")
    yield "method", visitor.get("/account/sign-out")
    yield "options", visitor.client.options("/account/sign-in")
    yield "head", visitor.client.head("/account/sign-in")
    yield "no token", visitor.post_without_token("/account/sign-out")
    yield "typed kept", visitor.post_without_token("/account/sign-in", {"username": "ana"})
    yield "signed out", visitor.post_without_token("/account/name", {"display_name": "Ana"})
    yield "too large", visitor.post("/account/sign-in", {"username": "x" * 2_000_000})
    yield "bad form", visitor.client.post("/account/sign-in", data=b"\xff\xfe", content_type="multipart/form-data")
    yield "wrong", visitor.sign_in("ana")
    yield "fault", visitor.get("/fail")
    yield "busy", visitor.get("/busy")
    visitor.be_guest()
    yield "personal", visitor.get("/account/")
    yield "signed out here", visitor.post("/account/sign-out")


@pytest.fixture
def faulty(app: Flask) -> Flask:
    add_faulty_routes(app)
    return app


def test_every_response_says_what_it_must(faulty: Flask) -> None:
    assert {name: wrong for name, answer in every_kind_of_response(faulty) if (wrong := amiss(answer))} == {}


@pytest.mark.sqlite_only
def test_the_test_sees_headers_that_are_missing(faulty: Flask) -> None:
    faulty.after_request_funcs[None].remove(faulty.after_request_funcs[None][0])
    seen = {name for name, answer in every_kind_of_response(faulty) if amiss(answer)}
    assert seen == {name for name, _ in every_kind_of_response(faulty)}


@pytest.mark.sqlite_only
def test_every_kind_of_status_was_tried(faulty: Flask) -> None:
    statuses = {answer.status_code for _, answer in every_kind_of_response(faulty)}
    assert statuses == {200, 303, 400, 401, 404, 405, 413, 500, 503}


@pytest.mark.sqlite_only
def test_a_response_with_somebodys_cookie_is_kept_by_nobody(app: Flask) -> None:
    """Even where its route forgot that it is personal."""

    def forgetful() -> Response:
        session["draft"] = "mine"
        response = Response("personal")
        response.headers["Cache-Control"] = "public, max-age=60"
        return response

    app.add_url_rule("/forgetful", "forgetful", forgetful)
    app.extensions[KEY] = {**app.extensions[KEY], ("forgetful", "GET"): Row("forgetful", "GET", Who.EVERYONE)}
    assert app.test_client().get("/forgetful").headers["Cache-Control"] == "no-store"


@pytest.mark.sqlite_only
def test_https_is_remembered_only_where_the_setting_says_so(app_with: Callable[..., Flask]) -> None:
    plain, secure = app_with(), app_with(https=True)
    assert "Strict-Transport-Security" not in plain.test_client().get("/nothing").headers
    answer = secure.test_client().get("/nothing", base_url="https://quiz.example/")
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"


@pytest.mark.sqlite_only
def test_styles_may_be_kept_for_ever_at_the_address_of_their_version(app: Flask) -> None:
    with app.test_request_context():
        address = app.jinja_env.globals["asset"]("style.css")
    answer = app.test_client().get(address)
    assert "max-age=31536000" in answer.headers["Cache-Control"]
    assert [name for name in amiss(answer) if name != "Cache-Control"] == []
