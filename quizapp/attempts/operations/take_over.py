"""A guest becomes somebody with an account: the answers come along."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select, update

from quizapp.attempts.models import Answer, Attempt, AttemptItem
from quizapp.attempts.operations.finish import finish
from quizapp.attempts.operations.reviews import reviews_in
from quizapp.attempts.rules import OPEN, ended_at
from quizapp.practice.operations import forget_memories, rebuild_memories
from quizapp.quizzes.models import Edition
from quizapp.storage.database import db
from quizapp.teaching.operations.take_over import take_over_classes


def take_over(guest_id: int, account_id: int) -> None:
    """Give a guest's attempts, classes and what they remember to an account.

    Where both have the same quiz open, the attempt touched last stays open; the other ends when it was last touched.
    """
    if guest_id == account_id:
        return
    _wait_for_answers(guest_id, account_id)
    _end_doubles(guest_id, account_id)
    db.session.execute(update(Attempt).where(Attempt.learner_id == guest_id).values(learner_id=account_id))
    take_over_classes(guest_id, account_id)
    forget_memories(guest_id)
    rebuild_memories(account_id, reviews_in(Attempt.learner_id == account_id))


def _wait_for_answers(*learner_ids: int) -> None:
    """Let answers being saved come first, so that both histories are whole; in the order of their ids, as elsewhere."""
    own = select(Attempt.id).where(Attempt.learner_id.in_(learner_ids)).order_by(Attempt.id)
    db.session.execute(own.with_for_update())


def _end_doubles(guest_id: int, account_id: int) -> None:
    touched: dict[int, list[tuple[datetime, int, int]]] = {}
    for quiz_id, moment, attempt_id, owner_id in _open_attempts(guest_id, account_id):
        touched.setdefault(quiz_id, []).append((moment, attempt_id, owner_id))
    for attempts in touched.values():
        for moment, attempt_id, owner_id in sorted(attempts)[:-1]:
            finish(attempt_id, owner_id, at=moment)


def _open_attempts(*learner_ids: int) -> list[tuple[int, datetime, int, int]]:
    """Open attempts at quizzes, each with the moment it was last touched, but never after its deadline."""
    last = func.coalesce(func.max(Answer.answered_at), Attempt.started_at).label("last")
    query = (
        select(Edition.quiz_id, Attempt.id, Attempt.learner_id, Attempt.deadline, last)
        .join(Edition, Edition.id == Attempt.edition_id)
        .outerjoin(AttemptItem, AttemptItem.attempt_id == Attempt.id)
        .outerjoin(Answer, Answer.item_id == AttemptItem.id)
        .where(Attempt.learner_id.in_(learner_ids), Attempt.state == OPEN)
        .group_by(Attempt.id, Edition.quiz_id)
    )
    return [
        (row.quiz_id, ended_at(row.deadline, row.last), row.id, row.learner_id) for row in db.session.execute(query)
    ]
