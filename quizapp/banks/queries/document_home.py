"""The bank that a document belongs to, and which of its revisions is the newest there."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from quizapp.banks.models import Bank, BankDocument
from quizapp.banks.rules import may_edit_bank, may_read_bank
from quizapp.documents.errors import NoSuchDocument
from quizapp.documents.models import Document
from quizapp.storage.database import db


@dataclass(frozen=True, slots=True)
class DocumentHome:
    """A document's place: its bank, its key there, and its newest revision."""

    bank_id: int
    bank_slug: str
    bank_title: str
    key: str
    newest_id: int
    may_edit: bool


def document_home(document_id: int, person_id: int, *, to_edit: bool = False) -> DocumentHome:
    """Return the bank that any revision of a document was read for; NoSuchDocument where a teacher may not see it."""
    may_edit = may_edit_bank(person_id)
    named = Bank.slug + "/" + BankDocument.key
    query = (
        select(Bank.id, Bank.slug, Bank.title, BankDocument.key, BankDocument.document_id, may_edit)
        .join(BankDocument, BankDocument.bank_id == Bank.id)
        .join(Document, Document.key == named)
        .where(Document.id == document_id, may_edit if to_edit else may_read_bank(person_id))
    )
    row = db.session.execute(query).one_or_none()
    if row is None:
        raise NoSuchDocument
    return DocumentHome(*row)
