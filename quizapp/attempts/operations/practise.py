"""Practising what went wrong in an attempt."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from sqlalchemy import select

from quizapp.attempts.errors import NothingToPractise, NotShownYet
from quizapp.attempts.models import Answer, Attempt, AttemptItem
from quizapp.attempts.operations.items import add_items
from quizapp.attempts.rules import AFTER_EACH, OPEN, PRACTICE, SUBMITTED
from quizapp.attempts.sitting import Sitting, find_sitting, lock_attempt
from quizapp.storage.database import db


def practise_mistakes(attempt_id: int, learner_id: int, *, now: datetime, seed: str) -> int:
    """Start a practice of the questions not wholly right and return its id; one already open is returned instead.

    The same versions are asked again, their options drawn anew, and every answer is explained at once.
    """
    lock_attempt(attempt_id, learner_id)
    sitting = find_sitting(attempt_id, learner_id)
    if sitting.state != SUBMITTED:
        raise NotShownYet
    going = db.session.scalar(select(Attempt.id).where(Attempt.practises_id == attempt_id, Attempt.state == OPEN))
    if going is not None:
        return going
    mistakes = _mistakes(attempt_id)
    if not mistakes:
        raise NothingToPractise
    practice = Attempt(
        learner_id=learner_id,
        practises_id=attempt_id,
        mode=PRACTICE,
        title=_title(sitting),
        feedback=AFTER_EACH,
        seed=seed,
        state=OPEN,
        started_at=now,
    )
    db.session.add(practice)
    db.session.flush()
    add_items(practice.id, mistakes, seed=seed)
    return practice.id


def _title(sitting: Sitting) -> str:
    return sitting.title if sitting.mode == PRACTICE else f"Practice: {sitting.title}"


def _mistakes(attempt_id: int) -> list[tuple[int, Decimal]]:
    query = (
        select(AttemptItem.version_id, AttemptItem.points)
        .join(Answer, Answer.item_id == AttemptItem.id)
        .where(AttemptItem.attempt_id == attempt_id, Answer.verdict != "right")
        .order_by(AttemptItem.position)
    )
    return [(version_id, points) for version_id, points in db.session.execute(query)]
