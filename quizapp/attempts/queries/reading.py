"""Which documents a learner may read now.

A document opens with a quiz on it that is open document, and with an attempt of one's own on it; but while an attempt
of a closed quiz on it is open, it stays shut. Every revision of a document follows the same rule.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, literal, select, union_all

from quizapp.attempts.models import Attempt
from quizapp.attempts.rules import OPEN
from quizapp.banks.models import BankDocument
from quizapp.documents.models import Document
from quizapp.quizzes.models import Edition, Quiz
from quizapp.quizzes.rules import is_offered, is_published
from quizapp.storage.base import UTCDateTime
from quizapp.storage.database import db
from quizapp.teaching.models import Assignment, Class, Enrolment

OPENS, SHUTS = "opens", "shuts"


@dataclass(frozen=True, slots=True)
class ReadableDocument:
    """A document that may be read while answering."""

    id: int
    title: str
    short_title: str


@dataclass(frozen=True, slots=True)
class ShuttingAttempt:
    """An open attempt at a closed quiz, which shuts its documents."""

    id: int
    title: str


def may_read(document_id: int, learner_id: int | None, *, now: datetime | None = None) -> bool:
    """Say whether a document may be opened by a learner, or by a visitor who is none."""
    return document_id in readable({document_id}, learner_id, now=now)


def readable(document_ids: Collection[int], learner_id: int | None, *, now: datetime | None = None) -> frozenset[int]:
    """Return those of the documents that may be opened, with one query.

    With `now`, also those of open document quizzes that are set to the learner and have opened, but are not begun yet.
    """
    values = {"documents": list(document_ids), "learner": learner_id, "now": now}
    return frozenset(db.session.scalars(AMONG_DOCUMENTS, values))


def readable_of_bank(bank_id: int, learner_id: int) -> tuple[ReadableDocument, ...]:
    """Return the documents of a bank that may be opened, with one query."""
    rows = db.session.execute(OF_BANK, {"bank": bank_id, "learner": learner_id, "now": None})
    return tuple(ReadableDocument(*row) for row in rows)


def shutting_attempt(document_id: int, learner_id: int | None) -> ShuttingAttempt | None:
    """Return the learner's open attempt that shuts a document; None where it is shut or open for another reason."""
    query = (
        select(Attempt.id, Attempt.title)
        .join(Edition, Edition.id == Attempt.edition_id)
        .where(Attempt.learner_id == learner_id, Attempt.state == OPEN, ~Edition.open_document)
        .where(Edition.id.in_(_editions_on(document_id)))
        .order_by(Attempt.id)
        .limit(1)
    )
    row = db.session.execute(query).one_or_none()
    return None if row is None else ShuttingAttempt(*row)


def _editions_on(document_id: int) -> Select[int]:
    """Select the editions of every quiz on any revision of a document."""
    key = select(Document.key).where(Document.id == document_id).scalar_subquery()
    return (
        select(Edition.id)
        .join(Quiz, Quiz.id == Edition.quiz_id)
        .join(BankDocument, BankDocument.bank_id == Quiz.bank_id)
        .join(Document, Document.id == BankDocument.document_id)
        .where(Document.key == key)
    )


def _open_keys(among: ColumnElement[bool]) -> Select[Any]:
    """Select the keys, among some documents, of those that something opens and nothing shuts."""
    own = Attempt.learner_id == bindparam("learner")
    offered = _says(OPENS, among).where(is_offered(), Edition.open_document)
    taken = _says(OPENS, among).join(Attempt, Attempt.edition_id == Edition.id).where(own)
    closed = _says(SHUTS, among).join(Attempt, Attempt.edition_id == Edition.id).where(own)
    sitting = closed.where(Attempt.state == OPEN, ~Edition.open_document)
    said = union_all(offered, taken, _set(among), sitting).subquery()
    shut = select(said.c.key).where(said.c.says == SHUTS)
    return select(said.c.key).where(said.c.says == OPENS, said.c.key.not_in(shut))


def _set(among: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    """Select the keys of documents of open document quizzes that are set to the learner and have opened."""
    said: Select[*tuple[Any, ...]] = (
        _says(OPENS, among)
        .join(Assignment, Assignment.quiz_id == Quiz.id)
        .join(Class, Class.id == Assignment.class_id)
        .join(Enrolment, Enrolment.class_id == Class.id)
        .where(Enrolment.person_id == bindparam("learner"), Enrolment.removed_at.is_(None))
        .where(Assignment.withdrawn_at.is_(None), Class.archived_at.is_(None))
        .where(Assignment.opens_at <= bindparam("now", type_=UTCDateTime), is_published(), Edition.open_document)
    )
    return said


def _says(what: str, among: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    """Select the keys of documents with the editions of quizzes on them."""
    said: Select[*tuple[Any, ...]] = (
        select(Document.key.label("key"), literal(what).label("says"))
        .join(BankDocument, BankDocument.document_id == Document.id)
        .join(Quiz, Quiz.bank_id == BankDocument.bank_id)
        .join(Edition, Edition.quiz_id == Quiz.id)
        .where(among)
    )
    return said


THESE = Document.id.in_(bindparam("documents", expanding=True))
AMONG_DOCUMENTS = select(Document.id).where(
    THESE, Document.key.in_(_open_keys(Document.key.in_(select(Document.key).where(THESE))))
)
OF_BANK = (
    select(Document.id, Document.title, Document.short_title)
    .join(BankDocument, BankDocument.document_id == Document.id)
    .where(
        BankDocument.bank_id == bindparam("bank"),
        Document.key.in_(_open_keys(BankDocument.bank_id == bindparam("bank"))),
    )
    .order_by(Document.id)
)
