from __future__ import annotations

import re

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.accounts import operations, queries
from quizapp.accounts.codes import spaced_code
from quizapp.accounts.models import Person
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction
from quizapp.web.account.card.forms import CARD_OVER, NO_CODE, NOT_A_CODE, TOO_MANY, UNKNOWN_CODE
from quizapp.web.clock import now
from quizapp.web.codes import card_key
from quizapp.web.forms import NUL
from tests.web.browser import Browser

WRONG = "BCDFGHJKMN"


def card_of(app: Flask, username: str = "ana") -> str:
    with app.test_request_context(), transaction():
        person_id = db.session.scalars(select(Person.id).where(Person.username == username)).one()
        operations.make_cards([person_id], person_id, key=card_key(), now=now())
        return queries.open_cards([person_id], key=card_key(), now=now())[0].code


def test_it_works(app: Flask, ana: Browser, visitor: Browser) -> None:
    code = card_of(app)
    assert visitor.get("/account/card").status_code == 200
    answer = visitor.post("/account/card", {"code": f" {spaced_code(code).lower()} "})
    assert answer.status_code == 303
    assert re.fullmatch(r"/account/password-link/[0-9a-f]{64}", answer.location)
    assert "Hello, <bdi>Ana</bdi>" in visitor.get(answer.location).text


def test_a_scanned_card_fills_the_form_and_nothing_more(app: Flask, ana: Browser, visitor: Browser) -> None:
    code = card_of(app)
    page = visitor.get(f"/account/card/{code}")
    assert f'value="{code}"' in page.text
    assert "Ana" not in page.text
    assert page.headers["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize(
    ("typed", "message"),
    [("", NO_CODE), ("BCDFG", NOT_A_CODE), ("BCDFGHJKM0", NOT_A_CODE), ("\0" * 10, NUL), (WRONG, UNKNOWN_CODE)],
)
def test_what_is_amiss_is_said_and_kept(app: Flask, visitor: Browser, typed: str, message: str) -> None:
    answer = visitor.post("/account/card", {"code": typed})
    assert answer.status_code == 400
    assert f'<p class="error" id="code-error">{message}</p>' in answer.text
    assert f'value="{typed}"' in answer.text.replace("\ufffd", "\0")


def test_a_card_that_was_used_says_so(app: Flask, ana: Browser, visitor: Browser) -> None:
    code = card_of(app)
    card_of(app)
    answer = visitor.post("/account/card", {"code": code})
    assert (answer.status_code, CARD_OVER in answer.text) == (410, True)


def test_wrong_codes_of_an_address_are_counted_across_browsers(app: Flask, ana: Browser) -> None:
    code = card_of(app)
    for _ in range(operations.CARD_CODES.tries):
        assert Browser(app, "192.0.2.1").post("/account/card", {"code": WRONG}).status_code == 400
    answer = Browser(app, "192.0.2.1").post("/account/card", {"code": code})
    assert (answer.status_code, TOO_MANY in answer.text) == (429, True)
    assert answer.headers["Retry-After"] == "900"
    assert Browser(app, "192.0.2.2").post("/account/card", {"code": code}).status_code == 303


def test_right_codes_count_for_nothing(app: Flask, ana: Browser, visitor: Browser) -> None:
    code = card_of(app)
    for _ in range(operations.CARD_CODES.tries + 5):
        assert visitor.post("/account/card", {"code": code}).status_code == 303
