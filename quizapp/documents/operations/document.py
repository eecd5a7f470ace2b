"""Keeping a document: a changed text is a new revision, the old one stays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select

from quizapp.core.reading.document import ReadDocument
from quizapp.core.reading.spans import Drop
from quizapp.core.reading.spans import Passage as ReadPassage
from quizapp.documents.models import Document, Passage
from quizapp.storage.database import db


@dataclass(frozen=True, slots=True)
class DocumentDetails:
    """What is known of a document besides its text; the key is stable between revisions."""

    key: str
    title: str
    short_title: str
    author: str = ""
    publisher: str = ""
    published: str = ""
    address: str = ""
    source_kind: str = ""
    source_note: str = ""
    language: str = "en"


def keep_document(details: DocumentDetails, read: ReadDocument, *, owner_id: int | None, now: datetime) -> int:
    """Keep a document and return the id of its revision: the newest one where the text is the same, else a new one."""
    newest = db.session.scalar(
        select(Document).where(Document.key == details.key).order_by(Document.revision.desc()).limit(1)
    )
    if newest is None or newest.content_hash != read.content_hash:
        revision = newest.revision + 1 if newest else 1
        return _add_revision(details, read, revision, owner_id=owner_id, now=now)
    for name, value in asdict(details).items():
        setattr(newest, name, value)
    _keep_passages(newest, read)
    return newest.id


def _add_revision(
    details: DocumentDetails, read: ReadDocument, revision: int, *, owner_id: int | None, now: datetime
) -> int:
    document = Document(
        **asdict(details),
        revision=revision,
        owner_id=owner_id,
        content_hash=read.content_hash,
        text=read.text,
        drops=[],
        created_at=now,
    )
    db.session.add(document)
    db.session.flush()
    _keep_passages(document, read)
    return document.id


def _keep_passages(document: Document, read: ReadDocument) -> None:
    """A newer program may read the same text with other drops; offsets stay what they are."""
    drops = drop_rows(read.drops)
    if document.drops != drops:
        document.drops = drops
    rows = passage_rows(document.id, read.passages)
    stored = db.session.execute(
        select(Passage.start, Passage.end, Passage.paragraph, Passage.kind)
        .where(Passage.document_id == document.id)
        .order_by(Passage.position)
    )
    if [tuple(row) for row in stored] == [(row.start, row.end, row.paragraph, row.kind) for row in read.passages]:
        return
    db.session.execute(delete(Passage).where(Passage.document_id == document.id))
    if rows:
        db.session.execute(insert(Passage), rows)


def drop_rows(drops: Sequence[Drop]) -> list[dict[str, object]]:
    """Return dropped spans as plain values."""
    return [{"start": drop.start, "end": drop.end, "reason": drop.reason} for drop in drops]


def passage_rows(document_id: int, passages: Sequence[ReadPassage]) -> list[dict[str, object]]:
    """Return the rows of a document's passages, in order."""
    return [
        {
            "document_id": document_id,
            "position": position,
            "paragraph": row.paragraph,
            "kind": row.kind,
            "start": row.start,
            "end": row.end,
        }
        for position, row in enumerate(passages)
    ]
