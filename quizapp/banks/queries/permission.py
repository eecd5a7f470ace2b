"""Banks, questions and documents as far as a teacher may see or change them; what she may not is not there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, select

from quizapp.banks.errors import NoSuchBank, NoSuchQuestion
from quizapp.banks.models import Bank, BankDocument, Question
from quizapp.banks.rules import HIDDEN, may_edit_bank, may_read_bank
from quizapp.documents.errors import NoSuchDocument, NoSuchFact
from quizapp.documents.models import Document, Fact
from quizapp.storage.database import db


@dataclass(frozen=True, slots=True)
class OpenBank:
    """A bank that a teacher has opened, and what she may do with it."""

    id: int
    slug: str
    title: str
    description: str
    level: str
    language: str
    owner_id: int | None
    archived_at: datetime | None
    may_edit: bool
    is_own: bool


def open_bank(bank_id: int, person_id: int, *, to_edit: bool = False) -> OpenBank:
    """Return a bank a teacher may read, or edit where that is wanted; NoSuchBank for any other."""
    return _opened(person_id, Bank.id == bank_id, to_edit=to_edit)


def bank_of_question(question_id: int, person_id: int, *, to_edit: bool = False) -> OpenBank:
    """Return the bank of a question a teacher may read, or edit where that is wanted; else NoSuchQuestion."""
    holds = select(Question.bank_id).where(Question.id == question_id, Question.state != HIDDEN).scalar_subquery()
    try:
        return _opened(person_id, Bank.id == holds, to_edit=to_edit)
    except NoSuchBank:
        raise NoSuchQuestion from None


def bank_of_fact(fact_id: int, person_id: int, *, to_edit: bool = False) -> OpenBank:
    """Return the bank of a fact a teacher may read, or edit where that is wanted; else NoSuchFact."""
    named = select(Fact.bank_slug).where(Fact.id == fact_id, Fact.state != HIDDEN).scalar_subquery()
    try:
        return _opened(person_id, Bank.slug == named, to_edit=to_edit)
    except NoSuchBank:
        raise NoSuchFact from None


def check_document(document_id: int, person_id: int, *, to_edit: bool = False) -> None:
    """Raise NoSuchDocument unless a teacher may read a document, or change it where that is wanted.

    She may read her own, the installation's, and those of banks she may read; she may change her own and those of
    banks she may edit that belong to the bank's owner.
    """
    allowed = may_edit_bank(person_id) & (Bank.owner_id == Document.owner_id) if to_edit else may_read_bank(person_id)
    in_bank = (
        select(BankDocument.document_id)
        .join(Bank, Bank.id == BankDocument.bank_id)
        .where(BankDocument.document_id == Document.id, allowed)
        .exists()
    )
    shipped = Document.owner_id.is_(None) if not to_edit else Document.id.is_(None)
    query = select(Document.id).where(Document.id == document_id, (Document.owner_id == person_id) | shipped | in_bank)
    if db.session.scalar(query) is None:
        raise NoSuchDocument


def _opened(person_id: int, which: ColumnElement[bool], *, to_edit: bool) -> OpenBank:
    may_edit = may_edit_bank(person_id)
    query = select(Bank, may_edit.label("may_edit")).where(which, may_edit if to_edit else may_read_bank(person_id))
    row = db.session.execute(query).one_or_none()
    if row is None:
        raise NoSuchBank
    bank = row.Bank
    return OpenBank(
        id=bank.id,
        slug=bank.slug,
        title=bank.title,
        description=bank.description,
        level=bank.level,
        language=bank.language,
        owner_id=bank.owner_id,
        archived_at=bank.archived_at,
        may_edit=bool(row.may_edit),
        is_own=bank.owner_id == person_id,
    )
