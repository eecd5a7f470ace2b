from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.banks.models import Citation, Question, QuestionVersion
from quizapp.banks.queries.search import QuestionFilter, QuestionPage, QuestionRow, find_questions, ids_of_questions
from quizapp.documents.models import Document, Fact
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction
from tests.many_questions import MADE, make_bank_of

COUNT = 60  # of which 48 are not hidden


@pytest.fixture
def bank(app: Flask) -> Iterator[int]:
    """Give a bank, with another teacher's beside it that is never to be found, inside a context."""
    with app.app_context(), transaction():
        make_bank_of(30, None, slug="other~1")
        bank_id = make_bank_of(COUNT, None)
    with app.app_context():
        yield bank_id


def found(bank: int, **wanted: object) -> QuestionPage:
    return find_questions(bank, QuestionFilter(**wanted))  # type: ignore[arg-type]


def ids_where(bank: int, *conditions: object) -> list[int]:
    query = select(Question.id).where(Question.bank_id == bank, Question.state != "hidden", *conditions)  # type: ignore[arg-type]
    return list(db.session.scalars(query.order_by(Question.id)))


def test_every_question_but_hidden_ones_in_order(bank: int) -> None:
    page = found(bank)
    assert [row.id for row in page.rows] == ids_where(bank)
    assert (page.total, page.page, page.pages) == (48, 1, 1)


def test_a_row_says_what_a_list_shows(bank: int) -> None:
    row = found(bank, kind="number", tag="hard").rows[0]
    number = number_of(row)
    assert (row.kind, row.version, row.tags, row.source) == ("number", 1, ("hard",), "")
    assert row.stem == f"How many stones lie in arch {number} of the bridge over the Wend?"
    assert row.key_text == f"{number} stones"
    assert row.documents == (f"article {number % 4}",)
    assert row.slot == f"article/slot-{number // 2}"
    assert row.doubt == ("The name may be another's." if row.tier == "needs-your-eye" else "")


def number_of(row: QuestionRow) -> int:
    return int(row.key.rpartition("-")[2])


def ids_of(kind: str):  # type: ignore[no-untyped-def]
    return select(QuestionVersion.question_id).where(QuestionVersion.kind == kind)


@pytest.mark.parametrize(
    ("wanted", "condition"),
    [
        ({"state": "draft"}, Question.state == "draft"),
        ({"tier": "needs-your-eye"}, Question.tier == "needs-your-eye"),
        ({"stale": True}, Question.stale_at.is_not(None)),
        ({"stale": False}, Question.stale_at.is_(None)),
        ({"kind": "number"}, Question.id.in_(ids_of("number"))),
        ({"tag": "hard"}, Question.key.like("%0")),
    ],
    ids=str,
)
def test_each_filter(bank: int, wanted: dict[str, object], condition: object) -> None:
    expected = ids_where(bank, condition)
    assert expected
    assert ids_of_questions(bank, QuestionFilter(**wanted)) == expected  # type: ignore[arg-type]


def test_filters_narrow_each_other(bank: int) -> None:
    wanted = QuestionFilter(kind="choice", state="accepted", tier="ready")
    conditions = (Question.state == "accepted", Question.tier == "ready", Question.id.in_(ids_of("choice")))
    assert ids_of_questions(bank, wanted) == ids_where(bank, *conditions)
    assert wanted.without("kind", "state") == QuestionFilter(tier="ready")
    assert not wanted.is_empty
    assert QuestionFilter().is_empty


def test_words_are_found_in_stem_and_key_whatever_their_case_and_accents(bank: int) -> None:
    one = found(bank, kind="choice").rows[0]
    everything = found(bank, kind="choice").total
    assert found(bank, text="ANGSTROM").total == everything
    assert found(bank, text="ångström  pier").total == everything
    assert [row.id for row in found(bank, text=f"pier {number_of(one)} bridge").rows if row.id == one.id] == [one.id]
    assert found(bank, text="Berg").total == 0


@pytest.mark.parametrize("text", ["%", "_", "\\", "p_er", "st%ones", "' OR 1=1 --"])
def test_signs_of_patterns_are_only_signs(bank: int, text: str) -> None:
    assert found(bank, text=text).total == 0


def test_a_fact_and_a_document_in_any_revision(bank: int) -> None:
    fact = db.session.scalars(select(Fact.id).where(Fact.key == "many~1/article/fact-3")).one()
    assert ids_of_questions(bank, QuestionFilter(fact_id=fact)) == ids_where(bank, Question.fact_id == fact)
    first = db.session.scalars(select(Document).where(Document.key == "many~1/article-1")).one()
    citing = select(QuestionVersion.question_id).join(Citation).where(Citation.document_id == first.id)
    expected = ids_where(bank, Question.id.in_(citing))
    with transaction():
        newer = Document(**{c.name: getattr(first, c.name) for c in Document.__table__.columns if c.name != "id"})
        newer.revision = 2
        db.session.add(newer)
    assert len(expected) == 12
    assert ids_of_questions(bank, QuestionFilter(document_id=newer.id)) == expected


def test_pages_follow_each_other_and_one_too_far_is_the_last(bank: int) -> None:
    pages = [find_questions(bank, QuestionFilter(), page=number, size=20) for number in (1, 2, 3)]
    assert [row.id for page in pages for row in page.rows] == ids_where(bank)
    assert [len(page.rows) for page in pages] == [20, 20, 8]
    far = find_questions(bank, QuestionFilter(), page=99, size=20)
    assert (far.page, far.pages, far.rows) == (3, 3, pages[2].rows)
    nothing = found(bank, text="nowhere")
    assert (nothing.rows, nothing.total, nothing.page, nothing.pages) == ((), 0, 1, 1)


def test_only_the_newest_version_is_searched(bank: int) -> None:
    one = found(bank, kind="number").rows[0]
    with transaction():
        db.session.get_one(Question, one.id).version_number = 2
        db.session.add(
            QuestionVersion(
                question_id=one.id, number=2, kind="number", stem="How high is the tower?", content={"value": "12"},
                explanation="", overrides={}, content_hash="2", created_at=MADE,
            )
        )  # fmt: skip
    assert [row.version for row in found(bank, text="tower").rows] == [2]
    assert one.id not in [row.id for row in found(bank, text="stones").rows]


def test_two_statements_whatever_is_asked(bank: int, statements: list[str]) -> None:
    document = db.session.scalars(select(Document.id)).first()
    statements.clear()
    found(bank, text="bridge", kind="choice", state="accepted", document_id=document, tag="hard", stale=False)
    assert len(statements) == 2
    statements.clear()
    ids_of_questions(bank, replace(QuestionFilter(), text="bridge"))
    assert len(statements) == 1
