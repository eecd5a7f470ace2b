"""The end of an attempt: what was left out counts as unanswered, and every answer is final."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

from sqlalchemy import insert, select, update

from quizapp.attempts.models import Answer, Attempt, AttemptItem
from quizapp.attempts.operations.reveal import ending_state
from quizapp.attempts.operations.reviews import reviews_in
from quizapp.attempts.rules import AFTER_EACH, GRACE, HANDED_IN, OPEN, SUBMITTED, WITHHELD, ended_at
from quizapp.attempts.sitting import find_sitting, lock_attempt
from quizapp.practice.operations import record_reviews
from quizapp.storage.database import db


def submit_attempt(attempt_id: int, learner_id: int, *, now: datetime) -> None:
    """Finish an attempt: what was left out counts as unanswered. Submitting twice is submitting once."""
    lock_attempt(attempt_id, learner_id)
    sitting = find_sitting(attempt_id, learner_id)
    if sitting.state == OPEN:
        finish(attempt_id, learner_id, at=ended_at(sitting.deadline, now))


def finish_overdue(learner_id: int | None = None, *, now: datetime) -> int:
    """Submit the attempts whose time is over, of one learner or of all, and return how many there were."""
    query = select(Attempt.id, Attempt.learner_id, Attempt.deadline).where(
        Attempt.state == OPEN, Attempt.deadline < now - GRACE
    )
    if learner_id is not None:
        query = query.where(Attempt.learner_id == learner_id)
    overdue = db.session.execute(query.order_by(Attempt.id).with_for_update()).all()
    for attempt_id, owner_id, deadline in overdue:
        assert deadline is not None  # noqa: S101 - an attempt without a deadline is never overdue
        finish(attempt_id, owner_id, at=deadline)
    return len(overdue)


def finish(attempt_id: int, learner_id: int, *, at: datetime) -> None:
    """Finish an open attempt at a moment, inside a transaction that holds it."""
    submitted = {"state": SUBMITTED, "submitted_at": at}
    feedback = db.session.scalar(
        update(Attempt).where(Attempt.id == attempt_id).values(submitted).returning(Attempt.feedback)
    )
    _leave_unanswered(_without_answer(attempt_id), at=at)
    if feedback in WITHHELD and ending_state(attempt_id, at=at) == HANDED_IN:
        db.session.execute(update(Attempt).where(Attempt.id == attempt_id).values(state=HANDED_IN))
    elif feedback != AFTER_EACH:
        record_reviews(learner_id, reviews_in(Attempt.id == attempt_id))


def _without_answer(attempt_id: int) -> Iterable[tuple[int, Decimal]]:
    query = (
        select(AttemptItem.id, AttemptItem.points)
        .outerjoin(Answer, Answer.item_id == AttemptItem.id)
        .where(AttemptItem.attempt_id == attempt_id, Answer.id.is_(None))
    )
    return [(item_id, points) for item_id, points in db.session.execute(query)]


def _leave_unanswered(items: Iterable[tuple[int, Decimal]], *, at: datetime) -> None:
    rows = [
        {
            "item_id": item_id,
            "response": None,
            "revision": 1,
            "token": f"{item_id}:unanswered",
            "points": Decimal(0),
            "out_of": points,
            "verdict": "unanswered",
            "sure": None,
            "answered_at": at,
        }
        for item_id, points in items
    ]
    if rows:
        db.session.execute(insert(Answer), rows)
