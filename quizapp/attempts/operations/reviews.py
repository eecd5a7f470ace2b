"""Final answers as practice counts them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Select, case, or_, select

from quizapp.attempts.models import Answer, Attempt, AttemptItem
from quizapp.attempts.rules import AFTER_EACH, SUBMITTED
from quizapp.banks.models import QuestionVersion
from quizapp.practice.operations import Review
from quizapp.storage.database import db


def reviews_in(which: ColumnElement[bool]) -> list[Review]:
    """Return the final answers of some attempts, the oldest first.

    An answer is final when its feedback may be shown. A question left out is none: nothing was recalled or failed.
    """
    rows = db.session.execute(_reviews().where(which))
    return [Review(*row) for row in rows]


def reviews_of_question(question_id: int, learner_ids: Iterable[int]) -> dict[int, list[Review]]:
    """Return the final answers of learners to one question, the oldest first; whatever version was answered."""
    these = QuestionVersion.question_id == question_id, Attempt.learner_id.in_(list(learner_ids))
    found: dict[int, list[Review]] = {}
    for *row, learner_id in db.session.execute(_reviews().add_columns(Attempt.learner_id).where(*these)):
        found.setdefault(learner_id, []).append(Review(*row))
    return found


def _reviews() -> Select[*tuple[Any, ...]]:
    at = case((Attempt.feedback == AFTER_EACH, Answer.answered_at), else_=Attempt.submitted_at)
    final = or_(Attempt.feedback == AFTER_EACH, Attempt.state == SUBMITTED)
    return (
        select(QuestionVersion.question_id, Answer.verdict == "right", at, Answer.sure)
        .join(AttemptItem, AttemptItem.id == Answer.item_id)
        .join(Attempt, Attempt.id == AttemptItem.attempt_id)
        .join(QuestionVersion, QuestionVersion.id == AttemptItem.version_id)
        .where(final, Answer.verdict != "unanswered")
        .order_by(at, Answer.id)
    )
