"""Which way a learner's scores go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from quizapp.attempts.rules import QUIZ
from quizapp.core.statistics.trends import average, direction
from quizapp.history.queries.attempts import PastAttempt, attempts_of


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """The score of one submitted attempt."""

    attempt_id: int
    title: str
    submitted_at: datetime
    percent: int


@dataclass(frozen=True, slots=True)
class Trend:
    """Scores from the oldest to the newest; direction compares the later half with the earlier one."""

    points: tuple[TrendPoint, ...]
    best: int | None
    average: int | None
    direction: str  # rising, falling, steady; empty with fewer than two scores


def trend(learner_id: int, quiz_id: int | None = None) -> Trend:
    """Return a learner's scores in one quiz, or in all of them; practice does not count."""
    points = [
        TrendPoint(attempt.id, attempt.title, attempt.submitted_at, attempt.percent)
        for attempt in reversed(attempts_of(learner_id))
        if _counts(attempt, quiz_id) and attempt.submitted_at is not None and attempt.percent is not None
    ]
    percents = [point.percent for point in points]
    return Trend(tuple(points), max(percents, default=None), average(percents), direction(percents))


def _counts(attempt: PastAttempt, quiz_id: int | None) -> bool:
    return attempt.mode == QUIZ and quiz_id in (None, attempt.quiz_id)
