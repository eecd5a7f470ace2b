"""Drafting a document once more adds what is new and touches nothing else."""

from __future__ import annotations

from sqlalchemy import select

from quizapp.banks.models import Question
from quizapp.documents.models import Document, Fact
from quizapp.documents.operations import keep_drops, with_drop, without_drop
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction
from tests.interchange.jobs.conftest import MILL, Desk

LINE = "In 1780 the mill was sold to the Harrow Company for 900 pounds. A fire destroyed its roof on 3 May 1801."


def test_only_what_is_new_is_added(desk: Desk) -> None:
    first = desk.done("read", {"mill.txt": MILL.encode()})
    again = desk.done("draft", bank_id=first.bank_id, document_id=first.document_id)
    assert (again.state, again.result["facts"], again.result["ready"], again.result["eye"]) == ("done", 0, 0, 0)


def test_a_line_that_was_put_back_brings_its_facts_and_leaves_the_others_as_a_teacher_made_them(desk: Desk) -> None:
    first = desk.done("read", {"mill.txt": MILL.encode()})
    start = MILL.index(LINE)
    with desk.app.app_context():
        whole = set(db.session.scalars(select(Fact.key)))
    with desk.app.app_context(), transaction():
        sold = [row for row in db.session.scalars(select(Fact)) if "1780" in row.statement or "1801" in row.statement]
        gone = {row.key for row in sold}
    assert gone
    desk_with_line_out(desk, first.document_id or 0, start)
    with desk.app.app_context(), transaction():
        for row in db.session.scalars(select(Fact).where(Fact.key.in_(gone))):
            row.state = "discarded"
        kept = db.session.scalars(select(Fact).where(Fact.key.in_(whole - gone))).first()
        assert kept is not None
        kept.statement = "A teacher's own words."
        kept_id = kept.id
    with desk.app.app_context(), transaction():
        keep_drops(without_drop(first.document_id or 0, start, start + len(LINE)))
    before = counted(desk)
    again = desk.done("draft", bank_id=first.bank_id, document_id=first.document_id)
    assert again.result["facts"] == 0
    with desk.app.app_context():
        assert db.session.get_one(Fact, kept_id).statement == "A teacher's own words."
        assert {row.state for row in db.session.scalars(select(Fact).where(Fact.key.in_(gone)))} == {"discarded"}
    assert counted(desk) == before


def test_new_facts_come_as_drafts(desk: Desk) -> None:
    first = desk.done("read", {"mill.txt": MILL.replace(LINE, "The mill stood still.").encode()})
    before = counted(desk)
    with desk.app.app_context(), transaction():
        document = db.session.get_one(Document, first.document_id)
        document.text = MILL  # as if the line had been set aside and is put back
        document.drops = [{"start": MILL.index(LINE), "end": MILL.index(LINE) + len(LINE), "reason": "promotion"}]
        keep_drops(without_drop(document.id, MILL.index(LINE), MILL.index(LINE) + len(LINE)))
    again = desk.done("draft", bank_id=first.bank_id, document_id=first.document_id)
    assert again.result["facts"] > 0
    facts, questions = counted(desk)
    assert facts == before[0] + again.result["facts"]
    assert questions == before[1] + again.result["ready"] + again.result["eye"]
    with desk.app.app_context():
        assert set(db.session.scalars(select(Question.state))) == {"draft"}
        assert set(db.session.scalars(select(Fact.state))) == {"kept"}


def desk_with_line_out(desk: Desk, document_id: int, start: int) -> None:
    with desk.app.app_context(), transaction():
        keep_drops(with_drop(document_id, start, start + len(LINE)))


def counted(desk: Desk) -> tuple[int, int]:
    with desk.app.app_context():
        return len(db.session.scalars(select(Fact.id)).all()), len(db.session.scalars(select(Question.id)).all())
