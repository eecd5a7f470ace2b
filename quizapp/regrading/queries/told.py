"""What a learner is to be told: whose scores were changed after they had been shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy import func, select

from quizapp.attempts.models import Answer, Attempt, AttemptItem
from quizapp.regrading.models import Regrade, Remark
from quizapp.storage.database import db

AT_MOST = 20


@dataclass(frozen=True, slots=True)
class ChangedScore:
    """One answer of a learner whose points were changed by a regrade."""

    attempt_id: int
    number: int  # of the question in the attempt, from 1
    title: str
    points_before: Decimal
    points_after: Decimal
    out_of: Decimal
    reason: str
    at: datetime
    taken_at: datetime  # when the attempt was handed in, or begun where it still runs


def remarks_told(learner_id: int, *, at_most: int = AT_MOST) -> tuple[ChangedScore, ...]:
    """Return the changes that a learner has not seen yet, the newest first.

    What was changed before any mark was shown is noted as seen when it is changed: there is nothing to tell of it.
    """
    query = (
        select(
            Attempt.id,
            AttemptItem.position,
            Attempt.title,
            Remark.points_before,
            Remark.points_after,
            Answer.out_of,
            Regrade.reason,
            Regrade.at,
            func.coalesce(Attempt.submitted_at, Attempt.started_at),
        )
        .select_from(Attempt)
        .join(AttemptItem, AttemptItem.attempt_id == Attempt.id)
        .join(Answer, Answer.item_id == AttemptItem.id)
        .join(Remark, Remark.answer_id == Answer.id)
        .join(Regrade, Regrade.id == Remark.regrade_id)
        .where(Attempt.learner_id == learner_id, Remark.seen_at.is_(None))
        .order_by(Remark.id.desc())
        .limit(at_most)
    )
    return tuple(ChangedScore(*row) for row in db.session.execute(query))
