"""What a quiz asks of the documents of its bank: which paragraphs, and how many facts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func, select

from quizapp.banks.models import BankDocument, Citation, Question, QuestionVersion
from quizapp.banks.rules import ACCEPTED, is_newest
from quizapp.documents.models import Document, Passage
from quizapp.storage.database import db

HEADING = "heading"


@dataclass(frozen=True, slots=True)
class DocumentCovered:
    """A document of the bank: its paragraphs in order, and which of them decide a question of the quiz."""

    document_id: int
    title: str
    paragraphs: int
    asked: tuple[int, ...]  # places among the paragraphs, from 0


@dataclass(frozen=True, slots=True)
class Coverage:
    """What is asked of a bank's documents and facts."""

    documents: tuple[DocumentCovered, ...]
    facts_asked: int
    facts: int  # that the bank's accepted questions ask about


def coverage(bank_id: int, question_ids: Sequence[int]) -> Coverage:
    """Return what these questions ask of a bank's documents, in four statements however many there are."""
    paragraphs = _paragraphs(bank_id)
    asked: dict[int, set[int]] = {}
    for document_id, paragraph in db.session.execute(_asked(question_ids)):
        asked.setdefault(document_id, set()).add(paragraph)
    documents = [_covered(row, paragraphs.get(row.id, []), asked.get(row.id, set())) for row in _documents(bank_id)]
    return Coverage(tuple(documents), *_facts(bank_id, question_ids))


def _documents(bank_id: int) -> Sequence[Any]:
    query = (
        select(Document.id, Document.short_title)
        .join(BankDocument, BankDocument.document_id == Document.id)
        .where(BankDocument.bank_id == bank_id)
        .order_by(Document.id)
    )
    return db.session.execute(query).all()


def _paragraphs(bank_id: int) -> dict[int, list[int]]:
    query = (
        select(Passage.document_id, Passage.paragraph)
        .join(BankDocument, BankDocument.document_id == Passage.document_id)
        .where(BankDocument.bank_id == bank_id, Passage.kind != HEADING)
        .distinct()
        .order_by(Passage.document_id, Passage.paragraph)
    )
    found: dict[int, list[int]] = {}
    for document_id, paragraph in db.session.execute(query):
        found.setdefault(document_id, []).append(paragraph)
    return found


def _asked(question_ids: Sequence[int]) -> Select[int, int]:
    here = (Passage.document_id == Citation.document_id) & (Passage.start < Citation.end)
    return (
        select(Passage.document_id, Passage.paragraph)
        .join(Citation, here & (Citation.start < Passage.end))
        .join(QuestionVersion, QuestionVersion.id == Citation.version_id)
        .join(Question, is_newest())
        .where(Question.id.in_(question_ids), Citation.role == "key")
        .distinct()
    )


def _covered(row: Any, paragraphs: Sequence[int], asked: set[int]) -> DocumentCovered:
    places = tuple(place for place, paragraph in enumerate(paragraphs) if paragraph in asked)
    return DocumentCovered(row.id, row.short_title, len(paragraphs), places)


def _facts(bank_id: int, question_ids: Sequence[int]) -> tuple[int, int]:
    query = select(
        func.count(Question.fact_id.distinct()).filter(Question.id.in_(question_ids)),
        func.count(Question.fact_id.distinct()).filter(Question.state == ACCEPTED),
    ).where(Question.bank_id == bank_id)
    asked, known = db.session.execute(query).one()
    return asked, max(asked, known)


def documents_of_bank(bank_id: int) -> tuple[tuple[int, str], ...]:
    """Return the documents of a bank, each by its id and short title."""
    return tuple((row.id, row.short_title) for row in _documents(bank_id))
