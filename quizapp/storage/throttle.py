"""Counting tries in SQL, so that the count holds across processes."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import case, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite
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
    """Count one try of a key and return how many there were in its window, this one included.

    One statement counts, so that two tries at the same time are two on every database.
    """
    insert = postgresql.insert if db.engine.dialect.name == "postgresql" else sqlite.insert
    is_over = Throttle.opened_at <= now - window
    first = insert(Throttle).values(key=key, opened_at=now, tries=1)
    statement = first.on_conflict_do_update(
        index_elements=[Throttle.key],
        set_={
            "tries": case((is_over, 1), else_=Throttle.tries + 1),
            "opened_at": case((is_over, first.excluded.opened_at), else_=Throttle.opened_at),
        },
    ).returning(Throttle.tries)
    return db.session.execute(statement).scalar_one()


def give_back_try(key: str) -> None:
    """Take back one try of a key, as after a success."""
    statement = update(Throttle).where(Throttle.key == key, Throttle.tries > 0).values(tries=Throttle.tries - 1)
    db.session.execute(statement)


def tries_of(key: str, *, window: timedelta, now: datetime) -> int:
    """Return how often a key was tried in its open window."""
    row = db.session.scalar(select(Throttle).where(Throttle.key == key))
    return 0 if row is None or now - row.opened_at >= window else row.tries


def forget_tries(key: str) -> None:
    """Forget the tries of a key, as after a success."""
    db.session.execute(delete(Throttle).where(Throttle.key == key))


def forget_old_tries(before: datetime) -> None:
    """Forget the keys whose window opened before a moment."""
    db.session.execute(delete(Throttle).where(Throttle.opened_at < before))
