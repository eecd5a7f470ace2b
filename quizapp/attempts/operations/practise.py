"""Practising what went wrong in an attempt."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from quizapp.attempts.errors import NothingToPractise, NotShownYet
from quizapp.attempts.models import Answer, Attempt, AttemptItem
from quizapp.attempts.operations.items import add_items
from quizapp.attempts.rules import AFTER_EACH, OPEN, PRACTICE, SUBMITTED
from quizapp.attempts.sitting import Sitting, find_sitting, lock_attempt
from quizapp.banks.models import Question, QuestionVersion
from quizapp.banks.rules import is_newest, may_be_asked
from quizapp.storage.database import db


def practise_mistakes(attempt_id: int, learner_id: int, *, now: datetime, seed: str) -> int:
    """Start a practice of the questions not wholly right and return its id; one already open is returned instead.

    Each question is asked as it reads now, its options drawn anew, and explained at once; one that was retired since
    is not asked.
    """
    lock_attempt(attempt_id, learner_id)
    sitting = find_sitting(attempt_id, learner_id)
    if sitting.state != SUBMITTED:
        raise NotShownYet
    practised = _first_practised(attempt_id)
    going = db.session.scalar(select(Attempt.id).where(Attempt.practises_id == practised, Attempt.state == OPEN))
    if going is not None:
        return going
    mistakes = _mistakes(attempt_id)
    if not mistakes:
        raise NothingToPractise
    practice = Attempt(
        learner_id=learner_id,
        practises_id=practised,
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


def _first_practised(attempt_id: int) -> int:
    """What is practised from a practice still belongs to the quiz it began with, and to whoever answers for that."""
    first = select(func.coalesce(Attempt.practises_id, Attempt.id)).where(Attempt.id == attempt_id)
    return db.session.scalars(first).one()


def _title(sitting: Sitting) -> str:
    return sitting.title if sitting.mode == PRACTICE else f"Practice: {sitting.title}"


def _mistakes(attempt_id: int) -> list[tuple[int, Decimal]]:
    answered = aliased(QuestionVersion)
    query = (
        select(QuestionVersion.id, AttemptItem.points)
        .select_from(AttemptItem)
        .join(Answer, Answer.item_id == AttemptItem.id)
        .join(answered, answered.id == AttemptItem.version_id)
        .join(Question, Question.id == answered.question_id)
        .join(QuestionVersion, is_newest())
        .where(AttemptItem.attempt_id == attempt_id, Answer.verdict != "right", may_be_asked())
        .order_by(AttemptItem.position)
    )
    return [(version_id, points) for version_id, points in db.session.execute(query)]
