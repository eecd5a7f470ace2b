"""Changes of marks that are deleted with their answers."""

from __future__ import annotations

from sqlalchemy import Select, delete, select

from quizapp.attempts.models import Answer, AttemptItem
from quizapp.regrading.models import Remark
from quizapp.storage.database import db


def forget_remarks(attempts: Select[int]) -> None:
    """Delete how the marks of some attempts were changed."""
    answers = (
        select(Answer.id)
        .join(AttemptItem, AttemptItem.id == Answer.item_id)
        .where(AttemptItem.attempt_id.in_(attempts.scalar_subquery()))
    )
    db.session.execute(delete(Remark).where(Remark.answer_id.in_(answers)))
