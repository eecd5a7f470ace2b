"""Answers that were judged anew, and what they counted before."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.accounts.models import Person
from quizapp.attempts.models import Answer
from quizapp.banks.models import Question, QuestionVersion
from quizapp.storage.base import Base, Points, UTCDateTime


class Regrade(Base):
    """One act of judging the answers to a version of a question anew; never changed, never deleted."""

    __tablename__ = "regrade"

    id: Mapped[int] = mapped_column(primary_key=True)
    question_id: Mapped[int] = mapped_column(ForeignKey(Question.id), index=True)
    from_version_id: Mapped[int] = mapped_column(ForeignKey(QuestionVersion.id))  # what was answered
    # By whose key; None where points are given to all.
    to_version_id: Mapped[int | None] = mapped_column(ForeignKey(QuestionVersion.id))
    policy: Mapped[str]  # replace, never_lower, give_all
    scope: Mapped[str]  # all answers to the version, or own: in quizzes that the teacher answers for
    reason: Mapped[str]  # as the learners are told it
    judged: Mapped[int]  # how many answers were looked at
    unmapped: Mapped[int]  # of them, how many name what the other version no longer has: they stayed as they were
    moved: Mapped[int]  # questions of open attempts that moved to the other version
    by_id: Mapped[int] = mapped_column(ForeignKey(Person.id), index=True)
    at: Mapped[datetime] = mapped_column(UTCDateTime)


class Remark(Base):
    """How one answer's mark was changed by a regrade; the answer itself carries the mark as it is now."""

    __tablename__ = "remark"
    __table_args__ = (UniqueConstraint("regrade_id", "answer_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    regrade_id: Mapped[int] = mapped_column(ForeignKey("regrade.id"))
    answer_id: Mapped[int] = mapped_column(ForeignKey(Answer.id), index=True)
    points_before: Mapped[Decimal] = mapped_column(Points)
    verdict_before: Mapped[str]
    points_after: Mapped[Decimal] = mapped_column(Points)
    verdict_after: Mapped[str]
    seen_at: Mapped[datetime | None] = mapped_column(UTCDateTime)  # when its learner was told of it
