"""The facts of a bank, filtered and page by page."""

from __future__ import annotations

import pytest
from flask import Flask

from quizapp.documents.models import Fact
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction
from tests.marking_bank import MarkingBank
from tests.web.browser import Browser


def more(app: Flask, mills: MarkingBank, count: int) -> None:
    with app.app_context(), transaction():
        for n in range(count):
            told = {"statement": f"The wheel number {n} turned.", "state": "kept", "tier": "needs-your-eye"}
            key = f"{mills.slug}/leaflet/more-{n}"
            db.session.add(Fact(key=key, bank_slug=mills.slug, note="", content={}, **told))


def test_it_works(tess: Browser, mills: MarkingBank, built: int) -> None:
    page = tess.get(f"/teach/banks/{mills.bank_id}/facts")
    assert page.status_code == 200
    assert "1 fact" in page.text
    assert "1 accepted, 1 draft" in page.text


def test_an_empty_bank_says_what_to_do(tess: Browser, mills: MarkingBank) -> None:
    page = tess.get(f"/teach/banks/{mills.bank_id}/facts")
    assert "No facts yet" in page.text
    assert "Mark words" in page.text


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("text=WHEEL+number+1", "1 fact"),
        ("look=eye", "3 facts"),
        ("look=sure", "1 fact"),
        ("asked=accepted", "1 fact"),
        ("asked=no", "3 facts"),
        ("asked=drafts", "No fact is like that"),
        ("state=discarded", "No fact is like that"),
        ("look=disputed", "No fact is like that"),
        ("state=nonsense", "4 facts"),
        ("text=%25", "No fact is like that"),
    ],
)
def test_facts_are_filtered(app: Flask, tess: Browser, mills: MarkingBank, built: int, query: str, found: str) -> None:
    more(app, mills, 3)
    assert found in tess.get(f"/teach/banks/{mills.bank_id}/facts?{query}").text


def test_a_document_has_the_facts_that_its_words_speak_of(tess: Browser, mills: MarkingBank, built: int) -> None:
    assert "1 fact" in tess.get(f"/teach/banks/{mills.bank_id}/facts?document={mills.leaflet}").text
    assert "No fact is like that" in tess.get(f"/teach/banks/{mills.bank_id}/facts?document={mills.paper}").text


def test_the_list_is_paged_with_as_many_queries_for_any_page(
    app: Flask, tess: Browser, mills: MarkingBank, built: int, statements: list[str]
) -> None:
    tess.get("/teach/")
    statements.clear()
    tess.get(f"/teach/banks/{mills.bank_id}/facts")
    few = len(statements)
    more(app, mills, 40)
    statements.clear()
    page = tess.get(f"/teach/banks/{mills.bank_id}/facts?page=2")
    assert "Page 2 of 2" in page.text
    assert len(statements) == few


def test_another_teachers_facts_are_not_there(theo: Browser, mills: MarkingBank) -> None:
    assert theo.get(f"/teach/banks/{mills.bank_id}/facts").status_code == 404
