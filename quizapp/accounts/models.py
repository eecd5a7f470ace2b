"""Who uses the product."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.storage.base import Base, UTCDateTime


class Person(Base):
    """Somebody who answers, teaches or runs the installation; a guest has a display name only."""

    __tablename__ = "person"

    id: Mapped[int] = mapped_column(primary_key=True)
    display_name: Mapped[str]
    username: Mapped[str | None] = mapped_column(unique=True)  # folded for comparison; None for a guest
    password_hash: Mapped[str | None]
    is_teacher: Mapped[bool] = mapped_column(default=False)
    is_admin: Mapped[bool] = mapped_column(default=False)
    session_key: Mapped[str] = mapped_column(unique=True)  # the alternative id: a new one ends every session
    resume_hash: Mapped[str | None] = mapped_column(unique=True)  # of a guest's secret resume link
    taken_over_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))  # the account a guest became
    created_at: Mapped[datetime] = mapped_column(UTCDateTime)
    disabled_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    erased_at: Mapped[datetime | None] = mapped_column(UTCDateTime)  # only the row is left, so that marks hang together


class Invitation(Base):
    """A one-time link that makes an account; only the hash of its secret is kept."""

    __tablename__ = "invitation"

    id: Mapped[int] = mapped_column(primary_key=True)
    secret_hash: Mapped[str] = mapped_column(unique=True)
    makes_teacher: Mapped[bool] = mapped_column(default=False)
    makes_admin: Mapped[bool] = mapped_column(default=False)
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))  # None: the program itself
    label: Mapped[str] = mapped_column(default="")  # whom it is meant for, in the maker's words
    created_at: Mapped[datetime] = mapped_column(UTCDateTime)
    expires_at: Mapped[datetime] = mapped_column(UTCDateTime)
    used_at: Mapped[datetime | None] = mapped_column(UTCDateTime)


class PasswordLink(Base):
    """A one-time link that lets a person choose a password: a reset, or the card of a new pupil."""

    __tablename__ = "password_link"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    secret_hash: Mapped[str] = mapped_column(unique=True)
    made_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    created_at: Mapped[datetime] = mapped_column(UTCDateTime)
    expires_at: Mapped[datetime] = mapped_column(UTCDateTime)
    used_at: Mapped[datetime | None] = mapped_column(UTCDateTime)


class EndedSession(Base):
    """A session that was signed out on its device: its cookie opens nothing any more, while the others live on."""

    __tablename__ = "ended_session"

    session_hash: Mapped[str] = mapped_column(primary_key=True)
    ended_at: Mapped[datetime] = mapped_column(UTCDateTime, index=True)
