"""The documents a teacher works with: the newest revision of each, with what was made of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, ScalarSelect, func, or_, select

from quizapp.banks.models import Bank, BankDocument, Citation, Question, QuestionVersion
from quizapp.banks.rules import ACCEPTED, DRAFT, is_newest, may_edit_bank, may_read_bank
from quizapp.documents.models import Document, Fact, FactEvidence
from quizapp.documents.operations.fact import KEPT
from quizapp.documents.operations.moved_evidence import STALE
from quizapp.storage.database import db

PAGE_SIZE = 30
MOST_BANKS = 200


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """A document on a teacher's list."""

    id: int
    key: str
    title: str
    revision: int
    created_at: datetime
    archived_at: datetime | None
    bank_id: int
    bank_title: str
    may_edit: bool
    facts: int
    stale_facts: int
    drafts: int
    accepted: int


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """A page of a teacher's documents, newest first."""

    rows: tuple[DocumentEntry, ...]
    total: int
    page: int
    pages: int
    archived: int  # how many are put away


@dataclass(frozen=True, slots=True)
class StaleQuestion:
    """A question whose sentence a newer revision has changed, with the words it was written for."""

    id: int
    kind: str
    stem: str
    state: str
    quote: str
    start: int
    end: int
    document_id: int


@dataclass(frozen=True, slots=True)
class StaleFact:
    """A fact whose sentence a newer revision has changed, with the words it was found in."""

    id: int
    statement: str
    quote: str
    start: int
    end: int
    document_id: int


def documents_of(person_id: int, *, archived: bool = False, page: int = 1) -> DocumentPage:
    """Return a page of the documents in banks of a teacher's own and in those shared with her."""
    is_away = or_(Document.archived_at.is_not(None), Bank.archived_at.is_not(None))
    counts = (
        select(func.count())
        .select_from(BankDocument)
        .join(Bank, Bank.id == BankDocument.bank_id)
        .join(Document, Document.id == BankDocument.document_id)
        .where(*_hers(person_id))
    )
    away = db.session.scalar(counts.where(is_away)) or 0
    total = away if archived else db.session.scalar(counts.where(~is_away)) or 0
    pages = max(1, -(-total // PAGE_SIZE))
    page = min(max(1, page), pages)
    query = (
        select(
            *(Document.id, BankDocument.key, Document.title, Document.revision, Document.created_at),
            *(Document.archived_at, Bank.id, Bank.title, may_edit_bank(person_id)),
            *(_facts(KEPT), _facts(STALE), _questions(DRAFT), _questions(ACCEPTED)),
        )
        .select_from(BankDocument)
        .join(Bank, Bank.id == BankDocument.bank_id)
        .join(Document, Document.id == BankDocument.document_id)
        .where(*_hers(person_id), is_away if archived else ~is_away)
        .order_by(Document.created_at.desc(), Document.id.desc())
        .limit(PAGE_SIZE)
        .offset((page - 1) * PAGE_SIZE)
    )
    rows = tuple(DocumentEntry(*tuple(row)) for row in db.session.execute(query))
    return DocumentPage(rows, total, page, pages, away)


def _hers(person_id: int) -> tuple[ColumnElement[bool], ...]:
    return Bank.owner_id.is_not(None), may_read_bank(person_id)


def _facts(state: str) -> ScalarSelect[int]:
    prefix = Bank.slug + "/" + BankDocument.key + "/%"
    query = select(func.count(Fact.id)).where(Fact.bank_slug == Bank.slug, Fact.key.like(prefix), Fact.state == state)
    return query.correlate(Bank, BankDocument).scalar_subquery()


def _questions(state: str) -> ScalarSelect[int]:
    on_it = Question.key.like(BankDocument.key + "/%")
    query = select(func.count(Question.id)).where(Question.bank_id == Bank.id, Question.state == state, on_it)
    return query.correlate(Bank, BankDocument).scalar_subquery()


def editable_banks(person_id: int) -> tuple[tuple[int, str], ...]:
    """Return the banks that a teacher may add to, the newest first, by id and title."""
    query = select(Bank.id, Bank.title).where(may_edit_bank(person_id), Bank.archived_at.is_(None))
    rows = db.session.execute(query.order_by(Bank.id.desc()).limit(MOST_BANKS))
    return tuple((row.id, row.title) for row in rows)


def stale_questions(bank_id: int, document_key: str, newest_id: int, *, most: int) -> tuple[StaleQuestion, ...]:
    """Return the stale questions that cite an older revision of a document, each with the first words it cites."""
    query = (
        select(
            *(Question.id, QuestionVersion.kind, QuestionVersion.stem, Question.state),
            *(Citation.exact, Citation.start, Citation.end, Citation.document_id),
        )
        .join(QuestionVersion, is_newest())
        .join(Citation, Citation.version_id == QuestionVersion.id)
        .join(Document, Document.id == Citation.document_id)
        .where(Question.bank_id == bank_id, Question.stale_at.is_not(None), Question.state.in_((DRAFT, ACCEPTED)))
        .where(Document.key == document_key, Document.id != newest_id)
        .order_by(Citation.start, Question.id, Citation.position)
    )
    found: dict[int, StaleQuestion] = {}
    for row in db.session.execute(query):
        found.setdefault(row.id, StaleQuestion(*row))
    return tuple(found.values())[:most]


def stale_facts(bank_slug: str, document_key: str, newest_id: int, *, most: int) -> tuple[StaleFact, ...]:
    """Return the stale facts that rest on an older revision of a document, each with the first words it rests on."""
    query = (
        select(
            *(Fact.id, Fact.statement, FactEvidence.exact, FactEvidence.start, FactEvidence.end),
            FactEvidence.document_id,
        )
        .join(FactEvidence, FactEvidence.fact_id == Fact.id)
        .join(Document, Document.id == FactEvidence.document_id)
        .where(Fact.bank_slug == bank_slug, Fact.state == STALE)
        .where(Document.key == document_key, Document.id != newest_id)
        .order_by(FactEvidence.start, Fact.id)
    )
    found: dict[int, StaleFact] = {}
    for row in db.session.execute(query):
        found.setdefault(row.id, StaleFact(*row))
    return tuple(found.values())[:most]
