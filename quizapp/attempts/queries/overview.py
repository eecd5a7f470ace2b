"""How far an attempt is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

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
        raise NotImplementedError


def overview(attempt_id: int, learner_id: int) -> Overview:
    """Return how far a learner's attempt is; NoSuchAttempt for anybody else's."""
    raise NotImplementedError
