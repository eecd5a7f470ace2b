"""A teacher's quizzes when she leaves for good."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import update

from quizapp.quizzes.models import Quiz
from quizapp.storage.database import db


def hand_on_quizzes(owner_id: int, heir_id: int) -> None:
    """Give the quizzes of one teacher to another; their links stay good."""
    db.session.execute(update(Quiz).where(Quiz.owner_id == owner_id).values(owner_id=heir_id))


def put_quizzes_away(owner_id: int, *, now: datetime) -> None:
    """Offer the quizzes of a teacher no longer; results that wait for her are released, because nobody else will."""
    theirs = Quiz.owner_id == owner_id
    db.session.execute(update(Quiz).where(theirs, Quiz.released_at.is_(None)).values(released_at=now))
    db.session.execute(update(Quiz).where(theirs, Quiz.archived_at.is_(None)).values(archived_at=now))
