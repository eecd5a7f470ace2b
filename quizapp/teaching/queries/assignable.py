"""Quizzes that a teacher can set: her own, and those offered to everyone."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, or_, select

from quizapp.banks.models import Bank
from quizapp.quizzes.models import Edition, Quiz
from quizapp.quizzes.rules import EVERYONE
from quizapp.storage.database import db


@dataclass(frozen=True, slots=True)
class AssignableQuiz:
    """A published quiz as a teacher chooses it for a class."""

    id: int
    title: str
    bank_title: str
    is_own: bool
    feedback: str  # what the quiz itself says: after_each, at_end, after_due, on_release
    time_limit_seconds: int | None
    attempts_allowed: int | None  # None: as many as a learner likes


def assignable(owner_id: int) -> tuple[AssignableQuiz, ...]:
    """Return the quizzes that a teacher can set, her own first, the newest first."""
    is_own = Quiz.owner_id == owner_id
    query = (
        select(
            *(Quiz.id, Edition.title, Bank.title, is_own.is_(True)),
            *(Edition.feedback, Edition.time_limit_seconds, Edition.attempts_allowed),
        )
        .join(Edition, Edition.quiz_id == Quiz.id)
        .join(Bank, Bank.id == Quiz.bank_id)
        .where(_can_be_set_by(owner_id))
        .order_by(is_own.is_(True).desc(), Edition.published_at.desc(), Quiz.position, Quiz.id)
    )
    return tuple(AssignableQuiz(*row) for row in db.session.execute(query))


def may_assign(quiz_id: int, owner_id: int) -> bool:
    """Whether a teacher can set a quiz."""
    query = select(Quiz.id).join(Edition, Edition.quiz_id == Quiz.id)
    return db.session.scalar(query.where(Quiz.id == quiz_id, _can_be_set_by(owner_id))) is not None


def _can_be_set_by(owner_id: int) -> ColumnElement[bool]:
    hers = or_(Quiz.owner_id == owner_id, Quiz.audience == EVERYONE)
    return and_(hers, Edition.is_current, Quiz.archived_at.is_(None))
