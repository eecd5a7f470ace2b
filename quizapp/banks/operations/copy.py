"""A bank copied for a teacher to edit: a few statements however large it is, all of them inside the database."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, insert, literal, select
from sqlalchemy.orm import aliased

from quizapp.banks.models import Bank, BankDocument, Citation, Question, QuestionTag, QuestionVersion
from quizapp.banks.operations.bank import make_bank
from quizapp.banks.rules import ACCEPTED, DRAFT, HIDDEN, is_newest
from quizapp.documents.models import Fact, FactEvidence
from quizapp.storage.base import Base
from quizapp.storage.database import db


def copy_bank(bank_id: int, owner_id: int, *, now: datetime) -> int:
    """Copy a bank and return the copy's id.

    Its documents are shared with the original; its facts, and the newest version of every question that is not
    retired, with their quotes and tags, are the copy's own.
    """
    old = db.session.get_one(Bank, bank_id)
    new = db.session.get_one(Bank, make_bank(owner_id, f"{old.title} (copy)", now))
    new.description, new.level, new.language = old.description, old.level, old.language
    db.session.flush()
    documents = select(BankDocument.key, BankDocument.document_id).where(BankDocument.bank_id == old.id)
    _copy(BankDocument, documents, bank_id=literal(new.id))
    _copy_facts(old, new)
    _copy_questions(old, new, now)
    return new.id


def _copy_facts(old: Bank, new: Bank) -> None:
    mine, kept = aliased(Fact), Fact.state != HIDDEN
    # What was decided can be taken back where it was decided: an undo names rows and acts of the old bank.
    facts = _all_of(Fact, leaving_out={"key", "bank_slug", "merged_into_id", "undo"})
    facts = facts.where(Fact.bank_slug == old.slug, kept)
    _copy(Fact, facts, key=_renamed(old, new), bank_slug=literal(new.slug))
    evidence = (
        _all_of(FactEvidence, leaving_out={"fact_id"})
        .join(Fact, Fact.id == FactEvidence.fact_id)
        .join(mine, and_(mine.key == _renamed(old, new), mine.bank_slug == new.slug))
        .where(Fact.bank_slug == old.slug)
    )
    _copy(FactEvidence, evidence, fact_id=mine.id)


def _copy_questions(old: Bank, new: Bank, now: datetime) -> None:
    mine = aliased(Question)
    fact, my_fact = aliased(Fact), aliased(Fact)
    is_copied = Question.bank_id == old.id, Question.state.in_((ACCEPTED, DRAFT))
    questions = (
        _all_of(Question, leaving_out={"bank_id", "fact_id", "version_number"})
        .outerjoin(fact, and_(fact.id == Question.fact_id, fact.bank_slug == old.slug))
        .outerjoin(my_fact, and_(my_fact.key == _renamed(old, new, fact), my_fact.bank_slug == new.slug))
        .where(*is_copied)
        .order_by(Question.id)
    )
    _copy(Question, questions, bank_id=literal(new.id), fact_id=my_fact.id, version_number=literal(1))
    both = and_(mine.bank_id == new.id, mine.key == Question.key)
    versions = (
        _all_of(QuestionVersion, leaving_out={"question_id", "number", "created_at"})
        .join(Question, is_newest())
        .join(mine, both)
        .where(*is_copied)
    )
    moment = literal(now, QuestionVersion.created_at.type)
    _copy(QuestionVersion, versions, question_id=mine.id, number=literal(1), created_at=moment)
    my_version = aliased(QuestionVersion)
    citations = (
        _all_of(Citation, leaving_out={"version_id"})
        .join(QuestionVersion, QuestionVersion.id == Citation.version_id)
        .join(Question, is_newest())
        .join(mine, both)
        .join(my_version, my_version.question_id == mine.id)
        .where(*is_copied)
    )
    _copy(Citation, citations, version_id=my_version.id)
    tags = select(QuestionTag.tag).join(Question, Question.id == QuestionTag.question_id).join(mine, both)
    _copy(QuestionTag, tags.where(*is_copied), question_id=mine.id)


def _copy(model: type[Base], rows: Any, **changed: Any) -> None:
    """Insert what a statement finds, with some columns from elsewhere; no column is left to a default."""
    names = [*rows.selected_columns.keys(), *changed]
    found = rows.add_columns(*changed.values())
    db.session.execute(insert(model).from_select(names, found, include_defaults=False))


def _all_of(model: type[Base], *, leaving_out: set[str]) -> Select[Any]:
    """Select every column of a table but its id and some others."""
    names = [column.name for column in model.__table__.columns if column.name not in {"id", *leaving_out}]
    return select(*(getattr(model, name) for name in names)).select_from(model)


def _renamed(old: Bank, new: Bank, fact: Any = Fact) -> ColumnElement[str]:
    """The key of a fact's copy: the slug before its first slash is the new bank's."""
    return literal(new.slug) + func.substr(fact.key, len(old.slug) + 1)
