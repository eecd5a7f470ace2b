from __future__ import annotations

import pytest

from quizapp.accounts import rules
from tests.web.browser import Browser


def test_it_works(ana: Browser) -> None:
    page = ana.get("/account/").text
    assert "<h1><bdi>Ana</bdi></h1>" in page
    assert "You sign in as <b><bdi>ana</bdi></b>." in page
    assert "/account/password" in page
    assert "/account/resume" not in page


def test_a_guest_finds_the_link_and_the_way_to_an_account(gus: Browser) -> None:
    page = gus.get("/account/").text
    assert "http://localhost/account/resume/" in page
    assert "/account/sign-up" in page
    assert "/account/password" not in page


def test_nobody_is_sent_to_sign_in(visitor: Browser) -> None:
    assert visitor.get("/account/").location == "/account/sign-in?next=/account/"


def test_a_name_is_changed(ana: Browser) -> None:
    answer = ana.post("/account/name", {"display_name": " Ana <b>Maria</b> ", "username": "otto", "is_admin": "1"})
    assert (answer.status_code, answer.location) == (303, "/account/")
    page = ana.get("/account/").text
    assert "<h1><bdi>Ana &lt;b&gt;Maria&lt;/b&gt;</bdi></h1>" in page
    assert "You sign in as <b><bdi>ana</bdi></b>." in page


@pytest.mark.parametrize(
    ("typed", "message"),
    [("", rules.NO_NAME), ("x" * 81, rules.LONG_NAME), ("A\0B", rules.UNSEEN_IN_NAME)],
)
def test_a_name_that_cannot_be_is_refused_beside_the_field(ana: Browser, typed: str, message: str) -> None:
    answer = ana.post("/account/name", {"display_name": typed})
    assert answer.status_code == 400
    assert f'id="display_name-error">{message}</p>' in answer.text
    assert ana.name() == "Ana"
