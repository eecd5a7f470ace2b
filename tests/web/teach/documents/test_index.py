"""The list of documents, what is said of one, and the archive."""

from __future__ import annotations

from sqlalchemy import select

from quizapp.banks.models import Question
from quizapp.documents.models import Document, Fact
from tests.web.teach.documents.conftest import Desk


def test_an_empty_list_says_what_to_do(desk: Desk) -> None:
    page = desk.tess.get("/teach/documents/").text
    assert "Begin with a text" in page
    assert 'href="/teach/documents/new"' in page


def test_a_document_stands_with_its_bank_and_its_counts(desk: Desk) -> None:
    desk.give(title="The mill")
    facts, questions = len(desk.rows(select(Fact.id))), len(desk.rows(select(Question.id)))
    page = desk.tess.get("/teach/documents/").text
    assert f"{facts} facts · 0 accepted questions · {questions} to review" in page
    assert "The mill" not in desk.theo.get("/teach/documents/").text


def test_the_list_asks_the_database_no_more_for_more_documents(desk: Desk, statements: list[str]) -> None:
    counts = []
    for number in (1, 2):
        for _ in range(number):
            desk.give(text="A short text stands here.")
        desk.tess.get("/teach/documents/")
        statements.clear()
        desk.tess.get("/teach/documents/")
        counts.append(len(statements))
    assert counts[0] == counts[1]


def test_what_is_said_of_a_document_is_changed(desk: Desk) -> None:
    document = desk.give(title="The mill", source_kind="News report")
    page = desk.tess.get(f"/teach/documents/{document}/edit").text
    assert 'value="The mill"' in page
    assert '<option selected value="News report">' in page
    fields = {"title": "The old mill", "short_title": "the leaflet", "author": "A. Miller", "source_kind": ""}
    answer = desk.tess.post(f"/teach/documents/{document}/edit", fields)
    assert answer.location == f"/teach/documents/{document}"
    columns = Document.title, Document.short_title, Document.author, Document.source_kind
    assert desk.rows(select(*columns)) == [("The old mill", "the leaflet", "A. Miller", "")]


def test_a_document_needs_a_title(desk: Desk) -> None:
    document = desk.give(title="The mill")
    answer = desk.tess.post(f"/teach/documents/{document}/edit", {"title": "", "short_title": "it", "author": "Me"})
    assert answer.status_code == 400
    assert "Give the document a title." in answer.text
    assert 'value="Me"' in answer.text
    assert desk.rows(select(Document.title)) == [("The mill",)]


def test_a_document_is_put_away_and_comes_back(desk: Desk) -> None:
    document = desk.give(title="The mill")
    desk.tess.post(f"/teach/documents/jobs/{desk.job()}/seen")
    desk.tess.post(f"/teach/documents/{document}/archive")
    assert ">The mill</a></h3>" not in desk.tess.get("/teach/documents/").text
    assert ">The mill</a></h3>" in desk.tess.get("/teach/documents/?archived=yes").text
    desk.tess.post(f"/teach/documents/{document}/unarchive")
    assert ">The mill</a></h3>" in desk.tess.get("/teach/documents/").text
