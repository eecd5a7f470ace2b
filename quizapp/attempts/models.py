"""One learner's sittings and the answers given in them."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.accounts.models import Person
from quizapp.banks.models import QuestionVersion
from quizapp.quizzes.models import Edition
from quizapp.storage.base import Base, Points, UTCDateTime
from quizapp.teaching.models import Assignment


class Attempt(Base):
    """One learner's sitting of an edition, or of a set of questions to practise."""

    __tablename__ = "attempt"
    __table_args__ = (
        # Two starts at once give one open attempt, not two.
        Index(
            "uq_attempt_open",
            "learner_id",
            "edition_id",
            unique=True,
            sqlite_where=text("state = 'open' AND edition_id IS NOT NULL"),
            postgresql_where=text("state = 'open' AND edition_id IS NOT NULL"),
        ),
        Index("ix_attempt_learner_started", "learner_id", "started_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    learner_id: Mapped[int] = mapped_column(ForeignKey(Person.id))
    edition_id: Mapped[int | None] = mapped_column(ForeignKey(Edition.id), index=True)
    assignment_id: Mapped[int | None] = mapped_column(ForeignKey(Assignment.id), index=True)  # what it was set as
    practises_id: Mapped[int | None] = mapped_column(ForeignKey("attempt.id"))  # whose mistakes are practised
    mode: Mapped[str]  # quiz, practice
    title: Mapped[str]
    feedback: Mapped[str]  # after_each, at_end, after_due, on_release
    seed: Mapped[str]
    state: Mapped[str]  # open, submitted
    started_at: Mapped[datetime] = mapped_column(UTCDateTime)
    deadline: Mapped[datetime | None] = mapped_column(UTCDateTime)
    submitted_at: Mapped[datetime | None] = mapped_column(UTCDateTime)


class AttemptItem(Base):
    """A question of an attempt, with its place and the order of its options, drawn once."""

    __tablename__ = "attempt_item"
    __table_args__ = (
        UniqueConstraint("attempt_id", "position"),
        UniqueConstraint("attempt_id", "version_id"),
        Index("ix_attempt_item_version", "version_id", "id"),  # its newest answers, without a look at the older ones
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    attempt_id: Mapped[int] = mapped_column(ForeignKey("attempt.id"))
    position: Mapped[int]  # from 1
    version_id: Mapped[int] = mapped_column(ForeignKey(QuestionVersion.id))
    option_order: Mapped[list[int]] = mapped_column(JSON)
    points: Mapped[Decimal] = mapped_column(Points)  # what the question is worth


class Answer(Base):
    """What a learner answered: one row for each question of an attempt."""

    __tablename__ = "answer"

    id: Mapped[int] = mapped_column(primary_key=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("attempt_item.id"), unique=True)
    response: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))  # None: left blank
    revision: Mapped[int]  # from 1; a save that names another revision is stale
    token: Mapped[str] = mapped_column(unique=True)  # of the last save: the same save twice is one save
    points: Mapped[Decimal] = mapped_column(Points)
    out_of: Mapped[Decimal] = mapped_column(Points)
    verdict: Mapped[str]  # right, partly, wrong, unanswered
    sure: Mapped[bool | None]
    answered_at: Mapped[datetime] = mapped_column(UTCDateTime)
