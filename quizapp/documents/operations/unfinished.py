"""Facts and documents of a running job: hidden until it reveals them, or removed where it does not."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, delete, or_, select, update

from quizapp.documents.models import Document, Fact, FactEvidence, Passage
from quizapp.documents.operations.fact import KEPT
from quizapp.storage.database import db

HIDDEN = "hidden"


def hidden_facts(bank_slug: str, keys: Sequence[str]) -> list[int]:
    """Return the ids of a bank's hidden facts on these documents."""
    return list(db.session.scalars(select(Fact.id).where(*_hidden(bank_slug, keys)).order_by(Fact.id)))


def reveal_facts(bank_slug: str, keys: Sequence[str]) -> None:
    """Let the hidden facts on these documents be seen, all at once."""
    db.session.execute(update(Fact).where(*_hidden(bank_slug, keys)).values(state=KEPT))


def remove_facts(ids: Sequence[int]) -> None:
    """Remove facts that nobody has ever seen."""
    db.session.execute(delete(FactEvidence).where(FactEvidence.fact_id.in_(ids)))
    db.session.execute(delete(Fact).where(Fact.id.in_(ids), Fact.state == HIDDEN))


def passages_of(document_id: int) -> list[int]:
    """Return the ids of a document's passages."""
    return list(db.session.scalars(select(Passage.id).where(Passage.document_id == document_id).order_by(Passage.id)))


def remove_passages(ids: Sequence[int]) -> None:
    """Remove passages of documents that no bank rests on yet."""
    db.session.execute(delete(Passage).where(Passage.id.in_(ids)))


def remove_documents(document_ids: Sequence[int]) -> None:
    """Remove documents that no bank rests on yet."""
    db.session.execute(delete(Document).where(Document.id.in_(document_ids)))


def _hidden(bank_slug: str, keys: Sequence[str]) -> tuple[ColumnElement[bool], ...]:
    on_documents = or_(*(Fact.key.startswith(f"{bank_slug}/{key}/", autoescape=True) for key in keys))
    return Fact.bank_slug == bank_slug, Fact.state == HIDDEN, on_documents
