from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask
from sqlalchemy import func, select, update

from quizapp.accounts.operations import sign_up
from quizapp.banks.models import Bank, BankAct, BankDocument, Citation, Question, QuestionTag, QuestionVersion
from quizapp.banks.operations.copy import copy_bank
from quizapp.banks.operations.fact_acts import By, discard_fact, undo_fact_act
from quizapp.banks.queries import open_bank
from quizapp.banks.queries.search import QuestionFilter, find_questions
from quizapp.documents.errors import RefusedFact
from quizapp.documents.models import Document, Fact, FactEvidence
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction
from tests.many_questions import make_bank_of
from tests.small_bank import NOW, SLUG


@pytest.fixture
def inside(loaded: Flask) -> Iterator[None]:
    """Run inside a context of an application with the small bank in it."""
    with loaded.app_context():
        yield


def copied() -> tuple[Bank, Bank]:
    """Copy the shipped bank for Tess: a question is tagged, one retired, one hidden, one at its second version."""
    old = db.session.scalars(select(Bank).where(Bank.slug == SLUG)).one()
    with transaction():
        tess = sign_up("tess", "Tess", "hash", now=NOW, is_teacher=True)
        questions = db.session.scalars(select(Question).where(Question.bank_id == old.id).order_by(Question.id)).all()
        questions[0].state, questions[1].state = "retired", "hidden"
        db.session.add(QuestionTag(question_id=questions[2].id, tag="hard"))
        revise(questions[3])
        new = copy_bank(old.id, tess.id, now=NOW)
    return old, db.session.get_one(Bank, new)


def revise(question: Question) -> None:
    first = db.session.scalars(select(QuestionVersion).where(QuestionVersion.question_id == question.id)).one()
    names = [column.name for column in QuestionVersion.__table__.columns if column.name not in {"id", "number", "stem"}]
    again = {name: getattr(first, name) for name in names}
    db.session.add(QuestionVersion(number=2, stem="How many states were there?", **again))
    question.version_number = 2


def said(bank: Bank) -> list[tuple[object, ...]]:
    """What the questions of a bank say, with every quote, in order."""
    query = (
        select(Question, QuestionVersion)
        .join(QuestionVersion, QuestionVersion.question_id == Question.id)
        .where(Question.bank_id == bank.id, Question.state.in_(("accepted", "draft")))
        .where(QuestionVersion.number == Question.version_number)
        .order_by(Question.id)
    )
    return [
        (question.key, question.slot, question.state, question.tier, version.kind, version.stem, version.content,
         version.explanation, version.searched, version.content_hash, quotes(version))
        for question, version in db.session.execute(query)
    ]  # fmt: skip


def quotes(version: QuestionVersion) -> list[tuple[object, ...]]:
    rows = db.session.scalars(select(Citation).where(Citation.version_id == version.id).order_by(Citation.position))
    return [(row.document_id, row.role, row.start, row.end, row.exact, row.value, row.note) for row in rows]


def test_a_copy_says_the_same_and_is_the_teachers_own(inside: None) -> None:
    old, new = copied()
    assert (new.title, new.level, new.folder_hash) == ("A small bank (copy)", "any", "")
    assert new.slug.partition("~")[0] == "a-small-bank-copy"
    assert len(said(new)) == 7
    assert said(new) == said(old)
    versions = select(QuestionVersion.number).join(Question).where(Question.bank_id == new.id)
    assert set(db.session.scalars(versions)) == {1}
    tags = db.session.execute(select(Question.bank_id, QuestionTag.tag).join(Question)).all()
    assert sorted(tags) == sorted([(old.id, "hard"), (new.id, "hard")])


def test_documents_are_shared_and_facts_are_the_copys_own(inside: None) -> None:
    old, new = copied()
    used = {
        bank.id: set(db.session.execute(
            select(BankDocument.key, BankDocument.document_id).where(BankDocument.bank_id == bank.id)
        ).all())
        for bank in (old, new)
    }  # fmt: skip
    assert used[new.id] == used[old.id] != set()
    assert db.session.scalar(select(func.count()).select_from(Document)) == 2
    facts = db.session.scalars(select(Fact).where(Fact.bank_slug == new.slug)).all()
    assert {fact.key.partition("/")[2] for fact in facts} == {"pact", "signers", "flags", "congresses"}
    assert all(fact.key.startswith(f"{new.slug}/") for fact in facts)
    evidence = select(func.count()).select_from(FactEvidence).join(Fact)
    assert db.session.scalar(evidence.where(Fact.bank_slug == new.slug)) == 5
    mine = select(Fact.bank_slug).join(Question, Question.fact_id == Fact.id).where(Question.bank_id == new.id)
    assert set(db.session.scalars(mine)) == {new.slug}


def test_a_large_bank_takes_as_few_statements(inside: None, statements: list[str]) -> None:
    with transaction():
        tess = sign_up("tess", "Tess", "hash", now=NOW, is_teacher=True)
        small, large = (make_bank_of(count, tess.id, slug=f"b~{count}") for count in (5, 100))
    counts = []
    for bank in (small, large):
        statements.clear()
        with transaction():
            copy = copy_bank(bank, tess.id, now=NOW)
        counts.append(len(statements))
    assert counts[0] == counts[1]
    assert find_questions(copy, QuestionFilter()).total == 60


@pytest.mark.usefixtures("inside")
def test_what_was_decided_on_a_fact_is_taken_back_where_it_was_decided() -> None:
    old = db.session.scalars(select(Bank).where(Bank.slug == SLUG)).one()
    fact_id = db.session.scalars(select(Question.fact_id).where(Question.bank_id == old.id)).first() or 0
    with transaction():
        tess, theo = (sign_up(name, name, "hash", now=NOW, is_teacher=True).id for name in ("tess", "theo"))
        db.session.get_one(Bank, old.id).owner_id = tess
        db.session.execute(update(Question).where(Question.fact_id == fact_id).values(state="draft"))
        discard_fact(fact_id, By(open_bank(old.id, tess), tess, NOW))
        copy = copy_bank(old.id, theo, now=NOW)
        key = db.session.get_one(Fact, fact_id).key
    slug = db.session.get_one(Bank, copy).slug
    mine = db.session.scalars(select(Fact).where(Fact.key == slug + key.removeprefix(SLUG))).one()
    with pytest.raises(RefusedFact), transaction():
        undo_fact_act(mine.id, By(open_bank(copy, theo), theo, NOW))
    assert db.session.scalars(select(BankAct.undone_at)).all() == [None], "the act of the other teacher stands"
