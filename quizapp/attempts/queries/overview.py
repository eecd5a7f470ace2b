"""How far an attempt is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import bindparam, select

from quizapp.attempts.models import Answer, AttemptItem
from quizapp.attempts.rules import OPEN, is_over, is_shown
from quizapp.attempts.sitting import Sitting, find_sitting
from quizapp.storage.database import db

StepState = Literal["open", "saved", "right", "partly", "wrong", "unanswered"]


@dataclass(frozen=True, slots=True)
class Step:
    """One question of an attempt: nothing yet, saved, or its verdict where that may be shown."""

    number: int
    state: StepState


@dataclass(frozen=True, slots=True)
class Overview:
    """An attempt as its progress line shows it; `next_number` is the first question not yet answered."""

    id: int
    title: str
    quiz_id: int | None
    mode: str  # quiz, practice
    feedback: str  # after_each, at_end
    state: str  # open, submitted
    count: int
    answered: int
    next_number: int | None
    started_at: datetime
    deadline: datetime | None
    steps: tuple[Step, ...]

    def is_overdue(self, now: datetime) -> bool:
        """Say whether the attempt is open although its time, grace included, is over: finish it before showing it."""
        return self.state == OPEN and is_over(self.deadline, now)

    def next_after(self, number: int) -> int | None:
        """Return the next question without an answer, looking on from this one and then from the first."""
        waiting = [step.number for step in self.steps if step.state == "open" and step.number != number]
        return next((other for other in waiting if other > number), waiting[0] if waiting else None)


STEPS = (
    select(AttemptItem.position, Answer.verdict)
    .outerjoin(Answer, Answer.item_id == AttemptItem.id)
    .where(AttemptItem.attempt_id == bindparam("attempt"))
    .order_by(AttemptItem.position)
)


def overview(attempt_id: int, learner_id: int) -> Overview:
    """Return how far a learner's attempt is; NoSuchAttempt for anybody else's."""
    return overview_of(find_sitting(attempt_id, learner_id))


def overview_of(sitting: Sitting) -> Overview:
    """Return how far an attempt is whose row is at hand."""
    steps = tuple(_steps(sitting, db.session.execute(STEPS, {"attempt": sitting.attempt_id})))
    waiting = [step.number for step in steps if step.state == "open"]
    return Overview(
        id=sitting.attempt_id,
        title=sitting.title,
        quiz_id=sitting.quiz_id,
        mode=sitting.mode,
        feedback=sitting.feedback,
        state=sitting.state,
        count=len(steps),
        answered=sum(step.state not in {"open", "unanswered"} for step in steps),
        next_number=waiting[0] if waiting else None,
        started_at=sitting.started_at,
        deadline=sitting.deadline,
        steps=steps,
    )


def _steps(sitting: Sitting, rows: Iterable[Any]) -> Iterable[Step]:
    for number, verdict in rows:
        answered = verdict is not None
        shown = is_shown(feedback=sitting.feedback, state=sitting.state, answered=answered)
        yield Step(number, (verdict if shown else "saved") if answered else "open")
