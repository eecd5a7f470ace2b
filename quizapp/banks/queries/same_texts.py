"""Documents a teacher has already whose text is the same as one that has just been read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from quizapp.banks.models import Bank, BankDocument
from quizapp.banks.rules import may_read_bank
from quizapp.documents.models import Document
from quizapp.storage.database import db


@dataclass(frozen=True, slots=True)
class SameText:
    """A document in a bank, by what it is called there."""

    document_id: int
    title: str
    bank_id: int
    bank_title: str


def same_texts(person_id: int, hashes: Collection[str]) -> Mapping[str, Sequence[SameText]]:
    """Return the documents that a teacher sees, in banks of teachers, by the hash of their text, the oldest first."""
    query = (
        select(Document.content_hash, Document.id, Document.title, Bank.id.label("bank_id"), Bank.title.label("bank"))
        .join(BankDocument, BankDocument.document_id == Document.id)
        .join(Bank, Bank.id == BankDocument.bank_id)
        .where(Document.content_hash.in_(hashes), Bank.owner_id.is_not(None), may_read_bank(person_id))
        .order_by(Document.id, Bank.id)
    )
    found: dict[str, list[SameText]] = defaultdict(list)
    for row in db.session.execute(query):
        found[row.content_hash].append(SameText(row.id, row.title, row.bank_id, row.bank))
    return found
