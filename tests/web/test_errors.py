from __future__ import annotations

import ast
import inspect
import re
from functools import cache
from pathlib import Path

import pytest
from flask import Flask

from quizapp.accounts import errors as accounts
from quizapp.accounts.secrets import hash_of
from quizapp.attempts import errors as attempts
from quizapp.banks import errors as banks
from quizapp.documents import errors as documents
from quizapp.quizzes import errors as quizzes
from quizapp.storage.database import db
from quizapp.teaching import errors as teaching
from quizapp.web.errors import STATUS_OF, WORDS
from tests.web.browser import Browser
from tests.web.test_headers import add_faulty_routes

PACKAGE = Path(__file__).parents[2] / "quizapp"
PARENTS = {
    *(accounts.AccountError, attempts.AttemptError, documents.DocumentError, quizzes.QuizError),
    *(banks.BankError, teaching.TeachingError),
}


@cache
def caught() -> frozenset[str]:
    """The names that pages, commands and forms catch, to say them beside a field or in a line."""
    return frozenset(
        name.attr if isinstance(name, ast.Attribute) else name.id
        for path in (*PACKAGE.glob("web/**/*.py"), *PACKAGE.glob("cli/*.py"))
        for handler in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(handler, ast.ExceptHandler) and handler.type is not None
        for name in ast.walk(handler.type)
        if isinstance(name, ast.Attribute | ast.Name)
    )


@pytest.mark.parametrize(
    "room", [accounts, attempts, banks, documents, quizzes, teaching], ids=lambda room: room.__name__
)
def test_every_error_of_a_room_has_its_page_or_is_said_where_it_happens(room: object) -> None:
    named = {kind for _, kind in inspect.getmembers(room, inspect.isclass) if issubclass(kind, Exception)} - PARENTS
    without_page = {kind for kind in named if not set(kind.__mro__) & set(STATUS_OF)}
    assert {kind.__name__ for kind in without_page} - caught() == set()


def test_every_status_has_its_words() -> None:
    assert set(STATUS_OF.values()) <= set(WORDS)


@pytest.mark.sqlite_only
def test_a_fault_shows_a_number_and_nothing_of_the_machine(app: Flask, caplog: pytest.LogCaptureFixture) -> None:
    add_faulty_routes(app)
    answer = Browser(app).get("/fail")
    assert answer.status_code == 500
    number = re.search(r"<b>([0-9a-f]{8})</b>", answer.text)
    assert number is not None
    assert number[1] in caplog.text
    for word in ("ZeroDivisionError", "Traceback", "secret of the machine", ".py"):
        assert word not in answer.text


@pytest.mark.sqlite_only
def test_a_busy_server_says_when_to_come_back(app: Flask) -> None:
    add_faulty_routes(app)
    answer = Browser(app).get("/busy")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
    assert "The server is busy" in answer.text


@pytest.mark.sqlite_only
def test_a_broken_database_still_gets_a_page(app: Flask, ana: Browser) -> None:
    with app.app_context():
        db.session.execute(db.text("ALTER TABLE person RENAME TO nobody"))
        db.session.commit()
    answer = ana.get("/account/")
    assert answer.status_code == 500
    assert "Something went wrong here" in answer.text
    assert "person" not in answer.text


@pytest.mark.sqlite_only
def test_the_log_keeps_no_secret_of_a_link(app: Flask, caplog: pytest.LogCaptureFixture) -> None:
    with app.app_context():
        db.session.execute(db.text("DROP TABLE invitation"))
        db.session.commit()
    assert Browser(app).get("/account/invitation/the-secret").status_code == 500
    assert "fault" in caplog.text
    assert "the-secret" not in caplog.text
    assert hash_of("the-secret") not in caplog.text


@pytest.mark.sqlite_only
def test_what_is_not_there_and_what_is_hidden_look_the_same(app: Flask, gus: Browser) -> None:
    missing, hidden = gus.get("/nothing"), gus.get("/account/password")
    assert (missing.status_code, hidden.status_code) == (404, 404)
    assert missing.text == hidden.text


@pytest.mark.sqlite_only
def test_a_script_gets_the_page_without_its_frame(visitor: Browser) -> None:
    answer = visitor.get("/nothing", headers={"Accept": "text/html-fragment"})
    assert answer.status_code == 404
    assert "There is nothing here" in answer.text
    assert "<html" not in answer.text
