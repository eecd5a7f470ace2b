"""What learners who leave for good said was wrong."""

from __future__ import annotations

from sqlalchemy import Select, delete, select, update

from quizapp.attempts.models import Answer, Attempt, AttemptItem
from quizapp.disputes.models import Dispute
from quizapp.disputes.rules import OPEN, WITHDRAWN
from quizapp.storage.database import db

NO_WORDS = "(erased)"


def forget_disputes(attempts: Select[int]) -> None:
    """Delete the disputes of some attempts."""
    db.session.execute(delete(Dispute).where(Dispute.answer_id.in_(_answers(attempts))))


def forget_words(learner_id: int) -> None:
    """Take a learner's words out of their disputes, and withdraw those that nobody has decided."""
    theirs = Dispute.answer_id.in_(_answers(select(Attempt.id).where(Attempt.learner_id == learner_id)))
    db.session.execute(update(Dispute).where(theirs).values(words=NO_WORDS))
    db.session.execute(update(Dispute).where(theirs, Dispute.state == OPEN).values(state=WITHDRAWN))


def _answers(attempts: Select[int]) -> Select[int]:
    return (
        select(Answer.id)
        .join(AttemptItem, AttemptItem.id == Answer.item_id)
        .where(AttemptItem.attempt_id.in_(attempts.scalar_subquery()))
    )
