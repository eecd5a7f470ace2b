"""Source texts, their passages, and the facts that the passages state."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.accounts.models import Person
from quizapp.storage.base import Base, UTCDateTime


class Document(Base):
    """One revision of a source text; the text as read never changes, what is dropped is a list of spans over it."""

    __tablename__ = "document"
    __table_args__ = (UniqueConstraint("key", "revision"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str]  # stable between revisions; "<bank slug>/<document key>" for shipped ones
    revision: Mapped[int]
    owner_id: Mapped[int | None] = mapped_column(ForeignKey(Person.id), index=True)  # None: the installation's
    title: Mapped[str]
    short_title: Mapped[str]  # as it stands in "According to …"
    author: Mapped[str]
    publisher: Mapped[str]
    published: Mapped[str]
    address: Mapped[str]
    source_kind: Mapped[str]
    source_note: Mapped[str]
    language: Mapped[str]
    content_hash: Mapped[str] = mapped_column(index=True)  # SHA-256 of the text, hexadecimal
    text: Mapped[str]
    drops: Mapped[list[dict[str, Any]]] = mapped_column(JSON)  # [{start, end, reason}] in code points
    restored: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)  # drops that a teacher put back
    file_name: Mapped[str] = mapped_column(default="")  # as it was uploaded; empty where it was pasted or shipped
    notes: Mapped[list[str]] = mapped_column(JSON, default=list)  # what reading had to say
    created_at: Mapped[datetime] = mapped_column(UTCDateTime)
    archived_at: Mapped[datetime | None] = mapped_column(UTCDateTime)


class Passage(Base):
    """A sentence, line or heading of a document."""

    __tablename__ = "passage"
    __table_args__ = (UniqueConstraint("document_id", "position"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("document.id"))
    position: Mapped[int]
    paragraph: Mapped[int]
    kind: Mapped[str]  # sentence, line, heading
    start: Mapped[int]
    end: Mapped[int]


class Fact(Base):
    """One self-contained statement that passages support."""

    __tablename__ = "fact"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)  # "<bank slug>/<fact id>"
    bank_slug: Mapped[str] = mapped_column(index=True, default="")
    statement: Mapped[str]
    note: Mapped[str]
    content: Mapped[dict[str, Any]] = mapped_column(JSON)  # the fact as its file row states it
    state: Mapped[str]  # kept, discarded, stale; hidden: a job that is still running has found it
    tier: Mapped[str] = mapped_column(default="ready")  # ready, needs-your-eye
    doubt: Mapped[str] = mapped_column(default="")
    origin: Mapped[str] = mapped_column(default="written")  # written in a file, extracted, marked by a teacher
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("fact.id"))
    undo: Mapped[dict[str, Any] | None] = mapped_column(JSON)  # the last act on it, and what taking it back puts back


class FactEvidence(Base):
    """A passage that supports, agrees with or disputes a fact."""

    __tablename__ = "fact_evidence"
    __table_args__ = (Index("ix_fact_evidence_document_start", "document_id", "start"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    fact_id: Mapped[int] = mapped_column(ForeignKey("fact.id"), index=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("document.id"))
    stance: Mapped[str]  # supports, agrees, disputes
    value: Mapped[str]
    note: Mapped[str]
    start: Mapped[int]
    end: Mapped[int]
    exact: Mapped[str]
    prefix: Mapped[str]
    suffix: Mapped[str]
