"""What of an attempt was marked again: what it counted before, what it counts now, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy import func, select

from quizapp.attempts.models import Answer, Attempt, AttemptItem
from quizapp.regrading.models import Regrade, Remark
from quizapp.storage.database import db


@dataclass(frozen=True, slots=True)
class MarkedAgain:
    """One change of one answer's mark."""

    number: int
    points_before: Decimal
    verdict_before: str
    points_after: Decimal
    verdict_after: str
    out_of: Decimal
    policy: str
    reason: str
    at: datetime
    is_seen: bool
    regrade_id: int


@dataclass(frozen=True, slots=True)
class MarksChanged:
    """Every change in an attempt, the oldest first."""

    changes: tuple[MarkedAgain, ...]

    @property
    def gain(self) -> Decimal:
        """By how many points the attempt counts more than it first did; negative for less."""
        return sum((one.points_after - one.points_before for one in self.changes), Decimal(0))

    @property
    def is_news(self) -> bool:
        """Whether something of it has not been seen by its learner yet."""
        return any(not one.is_seen for one in self.changes)

    def of(self, number: int) -> tuple[MarkedAgain, ...]:
        """Return the changes of one question."""
        return tuple(one for one in self.changes if one.number == number)


def marked_again(attempt_id: int) -> MarksChanged:
    """Return what of an attempt was marked again; whose attempt it is was asked before."""
    query = (
        select(AttemptItem.position, Remark, Regrade, Answer.out_of)
        .join(Answer, Answer.item_id == AttemptItem.id)
        .join(Remark, Remark.answer_id == Answer.id)
        .join(Regrade, Regrade.id == Remark.regrade_id)
        .where(AttemptItem.attempt_id == attempt_id)
        .order_by(Remark.id)
    )
    return MarksChanged(tuple(_again(*row) for row in db.session.execute(query)))


def _again(number: int, remark: Remark, regrade: Regrade, out_of: Decimal) -> MarkedAgain:
    return MarkedAgain(
        number=number,
        points_before=remark.points_before,
        verdict_before=remark.verdict_before,
        points_after=remark.points_after,
        verdict_after=remark.verdict_after,
        out_of=out_of,
        policy=regrade.policy,
        reason=regrade.reason,
        at=regrade.at,
        is_seen=remark.seen_at is not None,
        regrade_id=regrade.id,
    )


def gains_of(learner_id: int) -> dict[int, Decimal]:
    """Return by how much attempts of a learner count more or less than they first did; only those that do."""
    gain = func.sum(Remark.points_after - Remark.points_before)
    query = (
        select(Attempt.id, gain)
        .join(AttemptItem, AttemptItem.attempt_id == Attempt.id)
        .join(Answer, Answer.item_id == AttemptItem.id)
        .join(Remark, Remark.answer_id == Answer.id)
        .where(Attempt.learner_id == learner_id)
        .group_by(Attempt.id)
    )
    return {attempt_id: gained for attempt_id, gained in db.session.execute(query) if gained}
