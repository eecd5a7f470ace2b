"""What came out of an attempt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from quizapp.attempts.queries.overview import Overview


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One question of a finished attempt."""

    number: int
    stem: str
    kind: str
    verdict: str  # right, partly, wrong, unanswered
    points: Decimal
    out_of: Decimal


@dataclass(frozen=True, slots=True)
class Result:
    """A finished attempt: its score is computed from its answers."""

    overview: Overview
    points: Decimal
    out_of: Decimal
    percent: int  # 100 only where every point was won
    pass_percent: int | None
    passed: bool | None  # None where the quiz has no pass mark
    rows: tuple[ResultRow, ...]
    mistakes: int  # questions not wholly right: what "practise my mistakes" would ask
    started_at: datetime
    submitted_at: datetime


def result(attempt_id: int, learner_id: int) -> Result:
    """Return what came out of a finished attempt; NotShownYet while it is open."""
    raise NotImplementedError
