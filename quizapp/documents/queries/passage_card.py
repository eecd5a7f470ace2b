"""A quote in the sentence that holds it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Row, bindparam, select

from quizapp.core.reading.anchors import Context, in_context, make_anchor
from quizapp.core.reading.spans import Drop
from quizapp.documents.errors import NoSuchDocument
from quizapp.documents.models import Document
from quizapp.storage.database import db

Role = Literal["key", "part", "agrees", "disputes"]


@dataclass(frozen=True, slots=True)
class PassageCard:
    """The sentence or sentences round a quote, the deciding words apart: before + exact + after."""

    document_id: int
    title: str
    short_title: str
    publisher: str
    published: str
    source_kind: str
    before: str
    exact: str
    after: str
    start: int
    end: int
    role: Role
    value: str  # what a witness says
    note: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a quote stands, and what it is cited for."""

    document_id: int
    start: int
    end: int
    role: Role = "key"
    value: str = ""
    note: str = ""


TEXTS = select(
    Document.id,
    Document.title,
    Document.short_title,
    Document.publisher,
    Document.published,
    Document.source_kind,
    Document.text,
    Document.drops,
).where(Document.id.in_(bindparam("documents", expanding=True)))


def passage_cards(places: Iterable[Place], *, around: int = 0) -> tuple[PassageCard, ...]:
    """Return the card of each place, in order, with one query; NoSuchDocument where a document is not there.

    `around` asks for so many more sentences of the same paragraph on each side.
    """
    wanted = tuple(places)
    documents = _documents({place.document_id for place in wanted})
    return tuple(_card(place, documents, around) for place in wanted)


def passage_card(place: Place) -> PassageCard:
    """Return the card of one place; NoSuchDocument where its document is not there."""
    return passage_cards([place])[0]


def _documents(document_ids: Collection[int]) -> dict[int, Row[tuple[object, ...]]]:
    if not document_ids:
        return {}
    rows = db.session.execute(TEXTS, {"documents": list(document_ids)})
    return {row.id: row for row in rows}


def _card(place: Place, documents: Mapping[int, Row[tuple[object, ...]]], around: int) -> PassageCard:
    document = documents.get(place.document_id)
    if document is None:
        raise NoSuchDocument
    context = _context(place, document, around)
    return PassageCard(
        document_id=place.document_id,
        title=document.title,
        short_title=document.short_title,
        publisher=document.publisher,
        published=document.published,
        source_kind=document.source_kind,
        before=context.before,
        exact=context.exact,
        after=context.after,
        start=place.start,
        end=place.end,
        role=place.role,
        value=place.value,
        note=place.note,
    )


def _context(place: Place, document: Row[tuple[object, ...]], around: int) -> Context:
    anchor = make_anchor(document.text, place.start, place.end)
    return in_context(document.text, anchor, around=around, drops=[Drop(**drop) for drop in document.drops])
