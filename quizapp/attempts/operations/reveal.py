"""Showing what was handed in, once its date has come or its teacher has released it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select, update

from quizapp.attempts.models import Attempt
from quizapp.attempts.operations.reviews import reviews_in
from quizapp.attempts.queries.waiting import begun_again
from quizapp.attempts.rules import HANDED_IN, SUBMITTED, state_after
from quizapp.practice.operations import record_reviews
from quizapp.quizzes.models import Edition, Quiz
from quizapp.storage.database import db
from quizapp.teaching.models import Accommodation, Assignment


def reveal_due(learner_id: int | None = None, *, assignment_id: int | None = None, now: datetime) -> int:
    """Show the attempts that need wait no longer, and return how many there were.

    Of one learner, at one assignment, or all of them; what a learner has begun again since is handed in first.
    """
    query = WAITS.where(Attempt.state == HANDED_IN, ~begun_again())
    if learner_id is not None:
        query = query.where(Attempt.learner_id == learner_id)
    if assignment_id is not None:
        query = query.where(Attempt.assignment_id == assignment_id)
    waiting = db.session.execute(query.order_by(Attempt.id).with_for_update(of=Attempt)).all()
    shown = [row for row in waiting if _state(row, now) == SUBMITTED]
    for row in shown:
        db.session.execute(update(Attempt).where(Attempt.id == row.id).values(state=SUBMITTED))
        record_reviews(row.learner_id, reviews_in(Attempt.id == row.id))
    return len(shown)


def ending_state(attempt_id: int, *, at: datetime) -> str:
    """Return the state in which an attempt that ends at a moment is left."""
    return _state(db.session.execute(WAITS.where(Attempt.id == attempt_id)).one(), at)


def _state(row: Any, at: datetime) -> str:
    return state_after(row.feedback, due_at=row.due_at, released_at=row.released_at, at=at)


WAITS: Select[*tuple[Any, ...]] = (
    select(
        Attempt.id,
        Attempt.learner_id,
        Attempt.feedback,
        func.coalesce(Accommodation.due_at, Assignment.due_at).label("due_at"),
        func.coalesce(Assignment.released_at, Quiz.released_at).label("released_at"),
    )
    .outerjoin(Edition, Edition.id == Attempt.edition_id)
    .outerjoin(Quiz, (Quiz.id == Edition.quiz_id) & Attempt.assignment_id.is_(None))
    .outerjoin(Assignment, Assignment.id == Attempt.assignment_id)
    .outerjoin(
        Accommodation,
        (Accommodation.assignment_id == Attempt.assignment_id) & (Accommodation.person_id == Attempt.learner_id),
    )
)
