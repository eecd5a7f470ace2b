"""Where a teacher may mark words: documents of banks she may edit."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, select

from quizapp.banks.models import Bank, BankDocument
from quizapp.banks.rules import may_edit_bank
from quizapp.documents.errors import NoSuchDocument
from quizapp.documents.models import Document
from quizapp.storage.database import db


@dataclass(frozen=True, slots=True)
class Markable:
    """A document in a bank that a teacher may write facts and questions into."""

    bank_id: int
    bank_slug: str
    bank_title: str
    document_id: int
    key: str  # the document's in the bank
    title: str
    short_title: str
    language: str


def markable(document_id: int, person_id: int, *, bank_id: int | None = None) -> Markable:
    """Return the bank to mark a document for: the one asked for, else her own, else a shared one; or NoSuchDocument."""
    asked: list[ColumnElement[bool]] = [] if bank_id is None else [Bank.id == bank_id]
    query = (
        select(
            *(Bank.id, Bank.slug, Bank.title, Document.id, BankDocument.key),
            *(Document.title, Document.short_title, Document.language),
        )
        .join(BankDocument, BankDocument.bank_id == Bank.id)
        .join(Document, Document.id == BankDocument.document_id)
        .where(Document.id == document_id, may_edit_bank(person_id), *asked)
        .order_by(Bank.archived_at.is_not(None), Bank.owner_id != person_id, Bank.id.desc())
        .limit(1)
    )
    row = db.session.execute(query).one_or_none()
    if row is None:
        raise NoSuchDocument
    return Markable(*row)
