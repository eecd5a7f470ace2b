"""A learner's scores, and which way those in one quiz go."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from quizapp.attempts.rules import QUIZ
from quizapp.core.statistics.improving import Told
from quizapp.core.statistics.trends import average
from quizapp.history.queries.attempts import PastAttempt, attempts_of
from quizapp.history.queries.tries import told_of_tries


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """The score of one submitted attempt."""

    attempt_id: int
    title: str
    submitted_at: datetime
    percent: int


@dataclass(frozen=True, slots=True)
class Trend:
    """Scores from the oldest to the newest; one quiz is no measure of another, so only those in one are compared."""

    points: tuple[TrendPoint, ...]
    best: int | None
    average: int | None
    told: Told | None  # None with fewer than two scores, and for several quizzes


@dataclass(frozen=True, slots=True)
class QuizTrend:
    """A learner's scores in one quiz, under the title it had last."""

    quiz_id: int
    title: str
    trend: Trend


def trend(learner_id: int, quiz_id: int | None = None) -> Trend:
    """Return a learner's scores in one quiz, or in all of them; practice does not count."""
    return trend_in(attempt for attempt in attempts_of(learner_id) if quiz_id in (None, attempt.quiz_id))


def trend_in(attempts: Iterable[PastAttempt]) -> Trend:
    """Return the scores among some attempts, which come the newest first; practice does not count."""
    points, scores, quizzes = [], [], set()
    for attempt in reversed(list(attempts)):
        if attempt.mode == QUIZ and attempt.submitted_at is not None and attempt.percent is not None:
            points.append(TrendPoint(attempt.id, attempt.title, attempt.submitted_at, attempt.percent))
            scores.append((attempt.percent, attempt.count))
            quizzes.add(attempt.quiz_id)
    percents = [point.percent for point in points]
    way = told_of_tries(scores) if len(quizzes) == 1 else None
    return Trend(tuple(points), max(percents, default=None), average(percents), way)


def quiz_trends(attempts: Iterable[PastAttempt]) -> tuple[QuizTrend, ...]:
    """Return the scores in each quiz among some attempts, which come the newest first; the quiz taken last first."""
    taken: dict[int, list[PastAttempt]] = {}
    for attempt in attempts:
        if attempt.quiz_id is not None:
            taken.setdefault(attempt.quiz_id, []).append(attempt)
    found = [QuizTrend(quiz_id, rows[0].title, trend_in(rows)) for quiz_id, rows in taken.items()]
    return tuple(row for row in found if row.trend.points)
