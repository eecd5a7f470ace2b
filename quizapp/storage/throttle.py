"""Counting tries in SQL, so that the count holds across processes."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.storage.base import Base, UTCDateTime
from quizapp.storage.database import db


class Throttle(Base):
    """How often a key was tried since its window opened."""

    __tablename__ = "throttle"

    key: Mapped[str] = mapped_column(primary_key=True)
    opened_at: Mapped[datetime] = mapped_column(UTCDateTime)
    tries: Mapped[int]


def count_try(key: str, *, window: timedelta, now: datetime) -> int:
    """Count one try of a key and return how many there were in its window, this one included."""
    row = db.session.get(Throttle, key)
    if row is None:
        row = Throttle(key=key, opened_at=now, tries=0)
        db.session.add(row)
    if now - row.opened_at >= window:
        row.opened_at, row.tries = now, 0
    row.tries += 1
    db.session.flush()
    return row.tries


def tries_of(key: str, *, window: timedelta, now: datetime) -> int:
    """Return how often a key was tried in its open window."""
    row = db.session.scalar(select(Throttle).where(Throttle.key == key))
    return 0 if row is None or now - row.opened_at >= window else row.tries


def forget_tries(key: str) -> None:
    """Forget the tries of a key, as after a success."""
    db.session.execute(delete(Throttle).where(Throttle.key == key))
