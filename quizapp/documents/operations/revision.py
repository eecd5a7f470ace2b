"""Taking in a document: one revision of its text, and its passages in batches short enough that nobody waits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import func, insert, select, update

from quizapp.core.reading.document import ReadDocument
from quizapp.documents.errors import NoSuchDocument
from quizapp.documents.models import Document, Passage
from quizapp.documents.operations.document import DocumentDetails, drop_rows
from quizapp.storage.database import db


@dataclass(frozen=True, slots=True)
class Said:
    """What a teacher says of a document besides its text."""

    title: str
    short_title: str
    author: str = ""
    publisher: str = ""
    published: str = ""
    address: str = ""
    source_kind: str = ""
    source_note: str = ""


def add_revision(
    details: DocumentDetails, read: ReadDocument, *, owner_id: int | None, file_name: str, now: datetime
) -> int:
    """Keep a text as the newest revision of its document, still without passages, and return its id."""
    newest = select(func.max(Document.revision)).where(Document.key == details.key)
    document = Document(
        **asdict(details),
        revision=(db.session.scalar(newest) or 0) + 1,
        owner_id=owner_id,
        content_hash=read.content_hash,
        text=read.text,
        drops=drop_rows(read.drops),
        restored=[],
        notes=list(read.notes),
        file_name=file_name,
        created_at=now,
    )
    db.session.add(document)
    db.session.flush()
    return document.id


def add_passages(rows: Sequence[dict[str, object]]) -> None:
    """Add passages to a document that is being taken in."""
    if rows:
        db.session.execute(insert(Passage), rows)


def change_details(document_id: int, said: Said) -> None:
    """Change what is said of a document; its text and its language stay."""
    _change(document_id, **asdict(said))


def archive_document(document_id: int, *, now: datetime | None) -> None:
    """Take a document off the lists, or put it back where now is None; nothing that cites it changes."""
    _change(document_id, archived_at=now)


def _change(document_id: int, **values: object) -> None:
    changed = update(Document).where(Document.id == document_id).values(**values).returning(Document.id)
    if db.session.scalar(changed) is None:
        raise NoSuchDocument
