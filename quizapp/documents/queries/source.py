"""What kind of text a document is and where it comes from."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, fields

from sqlalchemy import select

from quizapp.documents.models import Document
from quizapp.storage.database import db


@dataclass(frozen=True, slots=True)
class Source:
    """A document without its text."""

    id: int
    title: str
    short_title: str
    author: str
    publisher: str
    published: str
    address: str
    source_kind: str
    source_note: str
    language: str


SOURCE_COLUMNS = tuple(getattr(Document, field.name) for field in fields(Source))


def sources(document_ids: Collection[int]) -> tuple[Source, ...]:
    """Return documents without their texts, in the order of their ids."""
    query = select(*SOURCE_COLUMNS).where(Document.id.in_(document_ids)).order_by(Document.id)
    return tuple(Source(*row) for row in db.session.execute(query))
