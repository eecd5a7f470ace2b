"""New questions and banks of a teacher's own."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.accounts import operations as accounts
from quizapp.banks import operations
from quizapp.banks.models import Bank, BankDocument, Citation, Question, QuestionVersion
from quizapp.banks.operations import Cited, QuestionDetails
from quizapp.core.kinds import QuestionDraft, content_from
from quizapp.core.reading.anchors import Anchor
from quizapp.core.reading.document import read_document
from quizapp.documents.operations import DocumentDetails, keep_document
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction

NOW = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)
TEXT = "The mill was built in 1712. It stands on the river Wend."


@pytest.fixture
def teacher(app: Flask) -> int:
    with app.app_context(), transaction():
        return accounts.sign_up("tess", "Tess", "hash", now=NOW, is_teacher=True).id


@pytest.fixture
def document(app: Flask, teacher: int) -> int:
    details = DocumentDetails(key="mill~1/mill", title="The mill", short_title="the leaflet")
    with app.app_context(), transaction():
        return keep_document(details, read_document(TEXT.encode(), "mill.txt"), owner_id=teacher, now=NOW)


def details(number: int, document: int, *, doubt: str = "") -> QuestionDetails:
    draft = QuestionDraft(
        id=f"mill/{number}",
        kind="date",
        tier="needs-your-eye" if doubt else "ready",
        fact="",
        slot=f"mill/{number}",
        stem=f"{number}. In what year was the mill built?",
        content=content_from("date", {"value": "1712", "wrong": []}),
        doubt=doubt,
    )
    return QuestionDetails(draft, None, [Cited(document, Anchor(0, 27, TEXT[:27], "", TEXT[27:]), "key")])


def test_drafts_are_kept_in_their_order_with_versions_and_citations(app: Flask, teacher: int, document: int) -> None:
    with app.app_context(), transaction():
        bank = operations.make_bank(teacher, "The mill", NOW)
        rows = [details(1, document), details(2, document, doubt="two mills")]
        ids = operations.keep_drafts(bank, rows, state="draft", author_id=teacher, now=NOW, source="a walk")
    with app.app_context():
        kept = [db.session.get_one(Question, identity) for identity in ids]
        assert [(row.key, row.state, row.tier, row.doubt, row.version_number) for row in kept] == [
            ("mill/1", "draft", "ready", "", 1),
            ("mill/2", "draft", "needs-your-eye", "two mills", 1),
        ]
        versions = db.session.scalars(select(QuestionVersion).order_by(QuestionVersion.id)).all()
        assert [(row.question_id, row.number, row.stem[:2]) for row in versions] == [
            (ids[0], 1, "1."),
            (ids[1], 1, "2."),
        ]
        assert {(row.author_id, row.source, row.content_hash != "") for row in versions} == {(teacher, "a walk", True)}
        cited = db.session.scalars(select(Citation).order_by(Citation.id)).all()
        assert [(row.version_id, row.role, row.position, row.exact) for row in cited] == [
            (version.id, "key", 0, TEXT[:27]) for version in versions
        ]


def test_the_number_of_statements_does_not_grow_with_the_drafts(
    app: Flask, teacher: int, document: int, statements: list[str]
) -> None:
    counts = []
    with app.app_context(), transaction():
        bank = operations.make_bank(teacher, "The mill", NOW)
        for numbers in ([1, 2], range(3, 40)):
            statements.clear()
            rows = [details(number, document) for number in numbers]
            operations.keep_drafts(bank, rows, state="hidden", author_id=None, now=NOW)
            counts.append(len(statements))
    assert counts == [5, 5]
    with app.app_context(), transaction():
        assert operations.keep_drafts(bank, [], state="draft", author_id=None, now=NOW) == []


@pytest.mark.parametrize(
    ("title", "words"), [("The Mill on the Wend!", "the-mill-on-the-wend~"), ("История", "bank~"), ("", "bank~")]
)
def test_a_teachers_bank_has_a_slug_no_folder_can_have(app: Flask, teacher: int, title: str, words: str) -> None:
    with app.app_context(), transaction():
        banks = [db.session.get_one(Bank, operations.make_bank(teacher, title, NOW)) for _ in range(2)]
        assert [row.slug.startswith(words) and len(row.slug) == len(words) + 6 for row in banks] == [True, True]
        assert banks[0].slug != banks[1].slug
        assert [(row.title, row.owner_id, row.archived_at) for row in banks] == [(title, teacher, None)] * 2


def test_a_document_comes_into_a_bank_and_moves_on_to_its_newest_revision(
    app: Flask, teacher: int, document: int
) -> None:
    changed = read_document(b"The mill was built in 1713. It stands on the river Wend.", "mill.txt")
    with app.app_context(), transaction():
        bank = operations.make_bank(teacher, "The mill", NOW)
        operations.add_document_to_bank(bank, "mill", document)
        said = DocumentDetails(key="mill~1/mill", title="The mill", short_title="the leaflet")
        newer = keep_document(said, changed, owner_id=teacher, now=NOW)
        operations.add_document_to_bank(bank, "mill", newer)
    with app.app_context():
        rows = db.session.execute(select(BankDocument.bank_id, BankDocument.key, BankDocument.document_id)).all()
        assert [tuple(row) for row in rows] == [(bank, "mill", newer)]
        assert newer != document
