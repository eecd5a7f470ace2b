"""How often quizzes were taken."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import func, select

from quizapp.attempts.models import Attempt
from quizapp.attempts.rules import HANDED_IN, QUIZ
from quizapp.quizzes.models import Edition
from quizapp.storage.database import db


def attempt_counts(quiz_ids: Collection[int]) -> dict[int, int]:
    """Return how many attempts each of these quizzes has, in whichever edition, open ones among them."""
    query = (
        select(Edition.quiz_id, func.count(Attempt.id).label("attempts"))
        .join(Attempt, Attempt.edition_id == Edition.id)
        .where(Edition.quiz_id.in_(quiz_ids), Attempt.mode == QUIZ)
        .group_by(Edition.quiz_id)
    )
    return {row.quiz_id: row.attempts for row in db.session.execute(query)} if quiz_ids else {}


def handed_in_count(quiz_id: int) -> int:
    """Return how many attempts, taken without an assignment, wait for their results."""
    query = (
        select(func.count(Attempt.id))
        .join(Edition, Edition.id == Attempt.edition_id)
        .where(Edition.quiz_id == quiz_id, Attempt.assignment_id.is_(None), Attempt.state == HANDED_IN)
    )
    return db.session.scalar(query) or 0
