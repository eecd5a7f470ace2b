"""Final answers as practice counts them."""

from __future__ import annotations

from sqlalchemy import ColumnElement, case, or_, select

from quizapp.attempts.models import Answer, Attempt, AttemptItem
from quizapp.attempts.rules import AFTER_EACH, SUBMITTED
from quizapp.banks.models import QuestionVersion
from quizapp.practice.operations import Review
from quizapp.storage.database import db


def reviews_in(which: ColumnElement[bool]) -> list[Review]:
    """Return the final answers of some attempts, the oldest first.

    An answer is final when its feedback may be shown. A question left out is none: nothing was recalled or failed.
    """
    at = case((Attempt.feedback == AFTER_EACH, Answer.answered_at), else_=Attempt.submitted_at)
    final = or_(Attempt.feedback == AFTER_EACH, Attempt.state == SUBMITTED)
    query = (
        select(QuestionVersion.question_id, Answer.verdict == "right", at)
        .join(AttemptItem, AttemptItem.id == Answer.item_id)
        .join(Attempt, Attempt.id == AttemptItem.attempt_id)
        .join(QuestionVersion, QuestionVersion.id == AttemptItem.version_id)
        .where(which, final, Answer.verdict != "unanswered")
        .order_by(at, Answer.id)
    )
    return [Review(question_id, right, moment) for question_id, right, moment in db.session.execute(query)]
