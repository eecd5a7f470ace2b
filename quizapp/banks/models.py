"""Banks, their questions, and what each version of a question rests on."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.accounts.models import Person
from quizapp.banks.searched import searched_of_row
from quizapp.documents.models import Document, Fact
from quizapp.storage.base import Base, UTCDateTime


class Bank(Base):
    """A collection of documents, facts and questions on one subject."""

    __tablename__ = "bank"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    description: Mapped[str]
    level: Mapped[str]
    language: Mapped[str]
    owner_id: Mapped[int | None] = mapped_column(ForeignKey(Person.id), index=True)  # None: the installation's
    folder_hash: Mapped[str]  # of the folder it was loaded from; unchanged folder, nothing to load
    created_at: Mapped[datetime] = mapped_column(UTCDateTime)
    archived_at: Mapped[datetime | None] = mapped_column(UTCDateTime)


class BankDocument(Base):
    """Which revision of a document a bank rests on, under the key its folder uses."""

    __tablename__ = "bank_document"

    bank_id: Mapped[int] = mapped_column(ForeignKey("bank.id"), primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    document_id: Mapped[int] = mapped_column(ForeignKey(Document.id), index=True)


class BankShare(Base):
    """A bank that its owner lets another teacher read, or edit."""

    __tablename__ = "bank_share"

    bank_id: Mapped[int] = mapped_column(ForeignKey("bank.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey(Person.id), primary_key=True, index=True)
    may_edit: Mapped[bool]
    shared_at: Mapped[datetime] = mapped_column(UTCDateTime)


class BankAct(Base):
    """Something done to questions of a bank at one time, with how they were before, so that it can be undone."""

    __tablename__ = "bank_act"
    __table_args__ = (Index("ix_bank_act_bank_person", "bank_id", "person_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    bank_id: Mapped[int] = mapped_column(ForeignKey("bank.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey(Person.id))
    act: Mapped[str]  # accept, reject, retire, reopen, tag, untag, move
    before: Mapped[list[Any]] = mapped_column(JSON)  # what undoing puts back, by question
    at: Mapped[datetime] = mapped_column(UTCDateTime)
    undone_at: Mapped[datetime | None] = mapped_column(UTCDateTime)


class Question(Base):
    """One thing asked; what it says lives in its immutable versions."""

    __tablename__ = "question"
    __table_args__ = (UniqueConstraint("bank_id", "key"), Index("ix_question_bank_state", "bank_id", "state"))

    id: Mapped[int] = mapped_column(primary_key=True)
    bank_id: Mapped[int] = mapped_column(ForeignKey("bank.id"))
    key: Mapped[str]
    fact_id: Mapped[int | None] = mapped_column(ForeignKey(Fact.id), index=True)
    slot: Mapped[str]
    tier: Mapped[str]
    state: Mapped[str]  # draft, accepted, retired; hidden: a job that is still running has drafted it
    version_number: Mapped[int]  # the newest version's
    doubt: Mapped[str] = mapped_column(default="")  # why it needs a teacher's eye
    stale_at: Mapped[datetime | None] = mapped_column(UTCDateTime)  # a newer revision changed the words it cites


class QuestionTag(Base):
    """A word a teacher files a question under."""

    __tablename__ = "question_tag"

    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"), primary_key=True)
    tag: Mapped[str] = mapped_column(primary_key=True, index=True)


class QuestionVersion(Base):
    """What a question said at one time; never changed, so that history can be shown as it was."""

    __tablename__ = "question_version"
    __table_args__ = (UniqueConstraint("question_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"))
    number: Mapped[int]
    kind: Mapped[str]
    stem: Mapped[str]
    content: Mapped[dict[str, Any]] = mapped_column(JSON)
    explanation: Mapped[str]
    overrides: Mapped[dict[str, str]] = mapped_column(JSON)
    content_hash: Mapped[str]
    source: Mapped[str] = mapped_column(default="")  # the source that a question without a document names
    searched: Mapped[str] = mapped_column(default=searched_of_row)  # stem and key as a search compares them
    author_id: Mapped[int | None] = mapped_column(ForeignKey(Person.id))  # None: drafted or loaded by the program
    created_at: Mapped[datetime] = mapped_column(UTCDateTime)


class Citation(Base):
    """The anchor of a quote that a question version rests on."""

    __tablename__ = "citation"
    __table_args__ = (Index("ix_citation_document_start", "document_id", "start"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("question_version.id"), index=True)
    document_id: Mapped[int] = mapped_column(ForeignKey(Document.id))
    role: Mapped[str]  # key: supports the key; part: the quote that content itself names; agrees, disputes
    position: Mapped[int]
    value: Mapped[str]  # what a witness says, for agrees and disputes
    note: Mapped[str]
    start: Mapped[int]
    end: Mapped[int]
    exact: Mapped[str]
    prefix: Mapped[str]
    suffix: Mapped[str]
