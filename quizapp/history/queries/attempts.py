"""Every attempt of a learner, with its score summed from its answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Row, Select, func, select

from quizapp.attempts.models import Answer, Attempt, AttemptItem
from quizapp.attempts.rules import SUBMITTED
from quizapp.core.statistics.scores import percent
from quizapp.quizzes.models import Edition
from quizapp.storage.database import db


@dataclass(frozen=True, slots=True)
class PastAttempt:
    """One attempt; its score is there once it is submitted."""

    id: int
    quiz_id: int | None
    assignment_id: int | None  # what it was set as
    title: str
    mode: str  # quiz, practice
    state: str  # open, handed_in, submitted
    started_at: datetime
    submitted_at: datetime | None
    count: int
    answered: int
    points: Decimal | None
    out_of: Decimal
    percent: int | None


PAGE_SIZE = 20


@dataclass(frozen=True, slots=True)
class AttemptsPage:
    """One page of attempts."""

    rows: tuple[PastAttempt, ...]
    total: int
    page: int
    pages: int


def page_of(attempts: Sequence[PastAttempt], page: int, *, size: int = PAGE_SIZE) -> AttemptsPage:
    """Return one page of some attempts; too far is the last page."""
    pages = max(1, -(-len(attempts) // size))
    page = min(max(1, page), pages)
    return AttemptsPage(tuple(attempts[(page - 1) * size : page * size]), len(attempts), page, pages)


def attempts_of(learner_id: int) -> tuple[PastAttempt, ...]:
    """Return every attempt of a learner, the newest first."""
    # By sequence, not by time: a clock that was set back reorders nothing.
    query = _summed().where(Attempt.learner_id == learner_id).order_by(Attempt.id.desc())
    return tuple(_past(row) for row in db.session.execute(query))


def _summed() -> Select[*tuple[Any, ...]]:
    answered = func.count(Answer.id).filter(Answer.verdict != "unanswered")
    return (
        select(
            Attempt.id,
            Edition.quiz_id,
            Attempt.assignment_id,
            Attempt.title,
            Attempt.mode,
            Attempt.state,
            Attempt.started_at,
            Attempt.submitted_at,
            func.count(AttemptItem.id).label("count_of_items"),
            answered.label("answered"),
            func.sum(Answer.points).label("points"),
            func.sum(AttemptItem.points).label("out_of"),
        )
        .join(AttemptItem, AttemptItem.attempt_id == Attempt.id)
        .outerjoin(Answer, Answer.item_id == AttemptItem.id)
        .outerjoin(Edition, Edition.id == Attempt.edition_id)
        .group_by(Attempt.id, Edition.quiz_id)
    )


def _past(row: Row[*tuple[Any, ...]]) -> PastAttempt:
    points = row.points if row.state == SUBMITTED else None
    return PastAttempt(
        id=row.id,
        quiz_id=row.quiz_id,
        assignment_id=row.assignment_id,
        title=row.title,
        mode=row.mode,
        state=row.state,
        started_at=row.started_at,
        submitted_at=row.submitted_at,
        count=row.count_of_items,
        answered=row.answered,
        points=points,
        out_of=row.out_of,
        percent=None if points is None else percent(points, row.out_of),
    )
