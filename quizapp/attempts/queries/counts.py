"""How often quizzes were taken."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class EditionTaken:
    """An edition of a quiz, and how many learners have begun it."""

    number: int
    is_current: bool
    learners: int


def editions_taken(quiz_id: int, *, assignment_id: int | None = None) -> tuple[EditionTaken, ...]:
    """Return the editions of a quiz in their order; of the attempts only those of an assignment, if one is given."""
    begun = (Attempt.edition_id == Edition.id) & (Attempt.mode == QUIZ)
    if assignment_id is not None:
        begun &= Attempt.assignment_id == assignment_id
    query = (
        select(Edition.number, Edition.is_current, func.count(Attempt.learner_id.distinct()))
        .outerjoin(Attempt, begun)
        .where(Edition.quiz_id == quiz_id)
        .group_by(Edition.id, Edition.number, Edition.is_current)
        .order_by(Edition.number)
    )
    return tuple(EditionTaken(number, bool(current), count) for number, current, count in db.session.execute(query))


def handed_in_count(quiz_id: int) -> int:
    """Return how many attempts, taken without an assignment, wait for their results."""
    query = (
        select(func.count(Attempt.id))
        .join(Edition, Edition.id == Attempt.edition_id)
        .where(Edition.quiz_id == quiz_id, Attempt.assignment_id.is_(None), Attempt.state == HANDED_IN)
    )
    return db.session.scalar(query) or 0
