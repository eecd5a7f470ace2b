"""Who is taught, who belongs to a class, and what is due."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.accounts.models import Person
from quizapp.quizzes.models import Quiz
from quizapp.storage.base import Base, UTCDateTime


class Class(Base):
    """People who are taught together by one teacher; its times are shown in its own zone."""

    __tablename__ = "class"

    id: Mapped[int] = mapped_column(primary_key=True)
    owner_id: Mapped[int] = mapped_column(ForeignKey(Person.id), index=True)
    name: Mapped[str]
    time_zone: Mapped[str]  # an IANA name
    join_code: Mapped[str | None] = mapped_column(unique=True)  # an invitation, never an identity; None: closed
    join_expires_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    created_at: Mapped[datetime] = mapped_column(UTCDateTime)
    archived_at: Mapped[datetime | None] = mapped_column(UTCDateTime)


class Enrolment(Base):
    """A learner who belongs to a class, or did."""

    __tablename__ = "enrolment"
    __table_args__ = (UniqueConstraint("class_id", "person_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    class_id: Mapped[int] = mapped_column(ForeignKey("class.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey(Person.id), index=True)
    joined_at: Mapped[datetime] = mapped_column(UTCDateTime)
    removed_at: Mapped[datetime | None] = mapped_column(UTCDateTime)


class Assignment(Base):
    """A quiz set to a class: from when, until when, and when what is right is shown."""

    __tablename__ = "assignment"

    id: Mapped[int] = mapped_column(primary_key=True)
    quiz_id: Mapped[int] = mapped_column(ForeignKey(Quiz.id), index=True)
    class_id: Mapped[int] = mapped_column(ForeignKey("class.id"), index=True)
    feedback: Mapped[str]  # after_each, at_end, after_due, on_release; empty: as the quiz says
    opens_at: Mapped[datetime] = mapped_column(UTCDateTime)
    due_at: Mapped[datetime | None] = mapped_column(UTCDateTime)  # later is late, but taken
    closes_at: Mapped[datetime | None] = mapped_column(UTCDateTime)  # later is not taken
    released_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    created_at: Mapped[datetime] = mapped_column(UTCDateTime)
    withdrawn_at: Mapped[datetime | None] = mapped_column(UTCDateTime)


class Accommodation(Base):
    """Other times for one learner; what is empty stays as the assignment says."""

    __tablename__ = "accommodation"

    assignment_id: Mapped[int] = mapped_column(ForeignKey("assignment.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey(Person.id), primary_key=True)
    opens_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    due_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    closes_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    time_percent: Mapped[int] = mapped_column(default=100)  # of the quiz's time limit; 0: no limit
