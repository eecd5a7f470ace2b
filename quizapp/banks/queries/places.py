"""Where the quotes of questions stand, also of those that are still being written."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select

from quizapp.banks.models import BankDocument
from quizapp.banks.queries.linting import sources_of_bank
from quizapp.core.kinds import Citation
from quizapp.documents.models import Document
from quizapp.documents.queries import Place
from quizapp.storage.database import db


def find_places(bank_id: int, citations: Iterable[Citation]) -> dict[Citation, Place]:
    """Return the place of each quote in the bank's documents as they are now; one that has none is left out."""
    sources, ids = sources_of_bank(bank_id), document_ids(bank_id)
    found = {citation: sources.anchor(citation) for citation in citations}
    return {
        citation: Place(ids[citation.document], anchor.start, anchor.end)
        for citation, anchor in found.items()
        if anchor and citation.document in ids
    }


def document_ids(bank_id: int) -> dict[str, int]:
    """Return the revision that a bank rests on of each of its documents, by the key it has in the bank."""
    query = select(BankDocument.key, BankDocument.document_id).where(BankDocument.bank_id == bank_id)
    return {row.key: row.document_id for row in db.session.execute(query.order_by(BankDocument.key))}


def document_titles(bank_id: int) -> dict[str, str]:
    """Return the titles of a bank's documents by the key each has in the bank."""
    query = (
        select(BankDocument.key, Document.title)
        .join(Document, Document.id == BankDocument.document_id)
        .where(BankDocument.bank_id == bank_id)
        .order_by(Document.title, BankDocument.key)
    )
    return {row.key: row.title for row in db.session.execute(query)}
