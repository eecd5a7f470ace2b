from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.banks.models import Bank
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction
from tests.history.simulated import simulate
from tests.many_questions import make_bank_of
from tests.teachers_bank import TeachersBank
from tests.web.browser import Browser
from tests.web.teach.teaching import id_of


def test_it_shows_documents_questions_and_what_is_next(tess: Browser, pact: TeachersBank) -> None:
    page = tess.get(f"/teach/banks/{pact.id}").text
    assert "Review 9 questions" in page
    assert "The article" in page
    assert "According to the article, when was the pact signed?" in page
    assert "Lagoon City" in page
    assert "9 questions" in page
    assert "Undo" not in page


def test_an_empty_bank_wants_a_document(app: Flask, tess: Browser) -> None:
    location = tess.post("/teach/banks/", {"title": "Mills"}).location
    bank = location.rpartition("=")[2]
    page = tess.get(f"/teach/banks/{bank}").text
    assert "This bank is empty" in page
    assert f'href="/teach/documents/new?bank_id={bank}"' in page


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", "48 questions"),
        ("?text=pier", "32 found"),
        ("?state=draft", "12 found"),
        ("?kind=number&state=accepted", "8 found"),
        ("?tag=hard", "6 found"),
        ("?stale=yes", "3 found"),
        ("?text=zebra", "0 found"),
        ("?state=hidden", "0 found"),
        ("?fact_id=abc&document_id=&page=x&kind=", "48 questions"),
    ],
)
def test_filters_are_an_address(tess: Browser, many: Callable[[int], int], query: str, count: str) -> None:
    bank = many(60)
    page = tess.get(f"/teach/banks/{bank}{query}")
    assert page.status_code == 200
    assert count in page.text


def test_pages_keep_the_filter(tess: Browser, many: Callable[[int], int]) -> None:
    bank = many(300)
    page = tess.get(f"/teach/banks/{bank}?state=accepted").text
    assert "Page 1 of 3" in page
    assert f'href="/teach/banks/{bank}?page=2&amp;state=accepted#questions"' in page
    assert "Page 3 of 3" in tess.get(f"/teach/banks/{bank}?state=accepted&page=3").text


@pytest.mark.parametrize("query", ["", "?text=bridge"])
def test_a_large_bank_takes_as_many_statements(app: Flask, tess: Browser, statements: list[str], query: str) -> None:
    counts = []
    for size in (5, 300):
        with app.app_context(), transaction():
            bank = make_bank_of(size, id_of("tess"), slug=f"b~{size}")
        statements.clear()
        tess.get(f"/teach/banks/{bank}{query}")
        counts.append(len(statements))
    assert counts[0] == counts[1] < 20


def test_a_shipped_bank_is_to_read_and_to_copy(loaded: Flask, tess: Browser) -> None:
    page = tess.get("/teach/banks/1").text
    assert "from this installation, to read and to copy" in page
    assert "Where was the pact signed?" in page
    assert 'name="act"' not in page
    assert tess.post("/teach/banks/1/act", {"act": "retire", "scope": "all"}).status_code == 404
    answer = tess.post("/teach/banks/1/copy")
    copy = tess.get(answer.location).text
    assert "A small bank (copy)" in copy
    assert 'name="act"' in copy


def test_how_hard_a_question_is_can_be_asked_once_it_is_known(loaded: Flask, tess: Browser) -> None:
    """The later a question of the exam stands, the fewer have it right."""
    with loaded.app_context():
        bank = db.session.scalars(select(Bank.id)).one()
    assert "Difficulty" not in tess.get(f"/teach/banks/{bank}").text
    with loaded.app_context(), transaction():
        simulate("exam", 12, answers=lambda _dice, _ability, place: place < 3)
    assert "Difficulty" in tess.get(f"/teach/banks/{bank}").text
    assert "5 found" in tess.get(f"/teach/banks/{bank}?level=hard").text
    assert "3 found" in tess.get(f"/teach/banks/{bank}?level=easy").text
    assert "9 questions" in tess.get(f"/teach/banks/{bank}?level=nonsense").text
