"""A document's revisions: their keys, their texts as read."""

from __future__ import annotations

from dataclasses import dataclass, fields

from sqlalchemy import select

from quizapp.core.reading.document import ReadDocument
from quizapp.core.reading.spans import Drop
from quizapp.core.reading.spans import Passage as ReadPassage
from quizapp.documents.errors import NoSuchDocument
from quizapp.documents.models import Document, Fact, Passage
from quizapp.documents.operations.document import DocumentDetails
from quizapp.storage.database import db


@dataclass(frozen=True, slots=True)
class Revision:
    """A revision of a document with its text as it was read."""

    id: int
    key: str
    number: int
    title: str
    content_hash: str
    read: ReadDocument
    restored: tuple[Drop, ...]


@dataclass(frozen=True, slots=True)
class KnownFacts:
    """What a bank has of a document's facts, whatever became of them."""

    keys: frozenset[str]
    statements: frozenset[str]


def taken_keys(bank_slug: str) -> set[str]:
    """Return the keys that documents of a bank have, also those that a running job is about to show."""
    prefix = f"{bank_slug}/"
    query = select(Document.key).where(Document.key.startswith(prefix, autoescape=True))
    return {key.removeprefix(prefix) for key in db.session.scalars(query)}


def revision(document_id: int) -> Revision:
    """Return a revision with its text, what is left out of it, and its passages; NoSuchDocument where there is none."""
    document = db.session.get(Document, document_id)
    if document is None:
        raise NoSuchDocument
    columns = Passage.start, Passage.end, Passage.paragraph, Passage.kind
    rows = db.session.execute(select(*columns).where(Passage.document_id == document_id).order_by(Passage.position))
    drops = tuple(Drop(**drop) for drop in document.drops)
    read = ReadDocument(document.text, drops, tuple(ReadPassage(*row) for row in rows))  # type: ignore[arg-type]  # kinds as stored
    restored = tuple(Drop(**drop) for drop in document.restored)
    return Revision(document.id, document.key, document.revision, document.title, document.content_hash, read, restored)


def details_of_document(document_id: int) -> DocumentDetails:
    """Return what is said of a document, for a newer revision of it."""
    names = [field.name for field in fields(DocumentDetails)]
    query = select(*(getattr(Document, name) for name in names)).where(Document.id == document_id)
    return DocumentDetails(*db.session.execute(query).one())


def known_facts(prefix: str) -> KnownFacts:
    """Return the keys and statements of all facts whose keys begin so."""
    query = select(Fact.key, Fact.statement).where(Fact.key.startswith(prefix, autoescape=True))
    rows = db.session.execute(query).all()
    return KnownFacts(frozenset(row.key for row in rows), frozenset(row.statement for row in rows))
