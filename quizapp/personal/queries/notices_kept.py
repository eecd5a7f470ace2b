"""What a person was told of their marks, and what they said was wrong."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import or_, select

from quizapp.attempts.models import Answer, Attempt, AttemptItem
from quizapp.attempts.rules import AFTER_EACH, SUBMITTED
from quizapp.disputes.models import Dispute
from quizapp.regrading.models import Regrade, Remark
from quizapp.storage.database import db


@dataclass(frozen=True, slots=True)
class NoticeKept:
    """One change of a mark, or one objection with what was decided about it."""

    about: str  # mark changed, dispute
    attempt: int
    number: int
    at: datetime
    words: str  # the reason for the change, or the person's own words
    passage: str  # the words of a document that were chosen to speak for it
    outcome: str  # points before and after, or open, upheld, declined, withdrawn
    word_of_the_teacher: str
    seen_at: datetime | None


def notices_kept(person_id: int) -> tuple[NoticeKept, ...]:
    """Return what a person was told and said of their marks, the oldest first, in two statements."""
    return tuple(sorted([*_changes(person_id), *_disputes(person_id)], key=lambda notice: notice.at))


def _changes(person_id: int) -> list[NoticeKept]:
    query = (
        select(Remark, Regrade.reason, Regrade.at, AttemptItem.attempt_id, AttemptItem.position)
        .join(Regrade, Regrade.id == Remark.regrade_id)
        .join(Answer, Answer.id == Remark.answer_id)
        .join(AttemptItem, AttemptItem.id == Answer.item_id)
        .join(Attempt, Attempt.id == AttemptItem.attempt_id)
        .where(Attempt.learner_id == person_id, or_(Attempt.state == SUBMITTED, Attempt.feedback == AFTER_EACH))
        .order_by(Remark.id)
    )
    return [
        NoticeKept(
            about="mark changed",
            attempt=attempt,
            number=number,
            at=at,
            words=reason,
            passage="",
            outcome=f"{remark.points_before.normalize():f} -> {remark.points_after.normalize():f}",
            word_of_the_teacher="",
            seen_at=remark.seen_at,
        )
        for remark, reason, at, attempt, number in db.session.execute(query)
    ]


def _disputes(person_id: int) -> list[NoticeKept]:
    query = (
        select(Dispute, AttemptItem.attempt_id, AttemptItem.position)
        .join(Answer, Answer.id == Dispute.answer_id)
        .join(AttemptItem, AttemptItem.id == Answer.item_id)
        .join(Attempt, Attempt.id == AttemptItem.attempt_id)
        .where(Attempt.learner_id == person_id)
        .order_by(Dispute.id)
    )
    return [
        NoticeKept(
            about="dispute",
            attempt=attempt,
            number=number,
            at=dispute.made_at,
            words=dispute.words,
            passage=dispute.exact,
            outcome=dispute.state,
            word_of_the_teacher=dispute.word,
            seen_at=dispute.seen_at,
        )
        for dispute, attempt, number in db.session.execute(query)
    ]
