"""Noting what a learner has been told."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, update

from quizapp.attempts.models import Answer, Attempt, AttemptItem
from quizapp.regrading.models import Remark
from quizapp.storage.database import db


def note_seen(attempt_id: int, learner_id: int, *, number: int | None = None, now: datetime) -> None:
    """Note that a learner has seen what changed in an attempt of theirs, or in one question of it."""
    own = (
        select(Answer.id)
        .join(AttemptItem, AttemptItem.id == Answer.item_id)
        .join(Attempt, Attempt.id == AttemptItem.attempt_id)
        .where(Attempt.id == attempt_id, Attempt.learner_id == learner_id)
    )
    if number is not None:
        own = own.where(AttemptItem.position == number)
    db.session.execute(update(Remark).where(Remark.answer_id.in_(own), Remark.seen_at.is_(None)).values(seen_at=now))
