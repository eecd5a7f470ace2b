"""Quizzes and the frozen editions that learners take."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.accounts.models import Person
from quizapp.banks.models import Bank, Question, QuestionVersion
from quizapp.storage.base import Base, Points, UTCDateTime


class Quiz(Base):
    """A selection of questions that is offered to learners."""

    __tablename__ = "quiz"
    __table_args__ = (UniqueConstraint("bank_id", "slug"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    bank_id: Mapped[int] = mapped_column(ForeignKey(Bank.id))
    slug: Mapped[str]
    owner_id: Mapped[int | None] = mapped_column(ForeignKey(Person.id), index=True)
    position: Mapped[int]  # its place on the shelf
    audience: Mapped[str]  # everyone, link, classes
    # Shown to its owner again and again, so not hashed.
    link_secret: Mapped[str | None] = mapped_column(unique=True, index=True)
    released_at: Mapped[datetime | None] = mapped_column(UTCDateTime)  # for whoever takes it without an assignment
    archived_at: Mapped[datetime | None] = mapped_column(UTCDateTime)


class Edition(Base):
    """A quiz as it was published: frozen, so that what a learner took can always be shown."""

    __tablename__ = "edition"
    __table_args__ = (
        UniqueConstraint("quiz_id", "number"),
        Index(
            "uq_edition_current",
            "quiz_id",
            unique=True,
            sqlite_where=text("is_current"),
            postgresql_where=text("is_current"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    quiz_id: Mapped[int] = mapped_column(ForeignKey("quiz.id"))
    number: Mapped[int]
    is_current: Mapped[bool]
    title: Mapped[str]
    description: Mapped[str]
    feedback: Mapped[str]  # after_each, at_end, after_due, on_release
    open_document: Mapped[bool]
    shuffle: Mapped[bool]
    pick: Mapped[int | None]  # how many of the slots an attempt draws; None: all
    time_limit_seconds: Mapped[int | None]
    attempts_allowed: Mapped[int | None]
    pass_percent: Mapped[int | None]
    content_hash: Mapped[str]
    published_at: Mapped[datetime] = mapped_column(UTCDateTime)


class EditionItem(Base):
    """A question version that an edition pins; items of one slot are alternatives, of which an attempt draws one."""

    __tablename__ = "edition_item"
    __table_args__ = (UniqueConstraint("edition_id", "version_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id"))
    version_id: Mapped[int] = mapped_column(ForeignKey(QuestionVersion.id), index=True)
    position: Mapped[int]
    slot: Mapped[str]
    points: Mapped[Decimal] = mapped_column(Points)


class QuizDraft(Base):
    """A teacher's quiz as she is composing it; publishing freezes it into an edition."""

    __tablename__ = "quiz_draft"

    quiz_id: Mapped[int] = mapped_column(ForeignKey("quiz.id"), primary_key=True)
    revision: Mapped[int]  # from 1; a save that names another revision is stale
    title: Mapped[str]
    description: Mapped[str]
    feedback: Mapped[str]  # after_each, at_end, after_due, on_release
    open_document: Mapped[bool]
    shuffle: Mapped[bool]
    pick: Mapped[int | None]
    time_limit_seconds: Mapped[int | None]
    attempts_allowed: Mapped[int | None]
    pass_percent: Mapped[int | None]
    changed_at: Mapped[datetime] = mapped_column(UTCDateTime)


class QuizDraftItem(Base):
    """A question chosen for a quiz that is being composed; publishing pins its newest version."""

    __tablename__ = "quiz_draft_item"

    quiz_id: Mapped[int] = mapped_column(ForeignKey("quiz.id"), primary_key=True)
    question_id: Mapped[int] = mapped_column(ForeignKey(Question.id), primary_key=True, index=True)
    position: Mapped[int]
    version_number: Mapped[int] = mapped_column(default=0)  # what the teacher last saw of it; 0: nothing yet
    points: Mapped[Decimal] = mapped_column(Points)
