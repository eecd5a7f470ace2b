"""How a quiz as a whole did."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any

from sqlalchemy import CTE, case, func, select

from quizapp.core.statistics.items import LEAST
from quizapp.core.statistics.reliability import Reliability, reliability, variance
from quizapp.history.queries.counted import Which, counted, marks
from quizapp.history.queries.items import ItemRow
from quizapp.storage.database import db

BINS = 10


@dataclass(frozen=True, slots=True)
class QuizFigures:
    """The scores of a quiz: mean, standard deviation and standard error in points of a hundred.

    bins counts scores of 0-9 %, 10-19 % and so on to 90-100 %; reliability is None where it is undefined, which it is
    as soon as not everybody met the same questions.
    """

    n: int
    mean: float | None
    deviation: float | None
    bins: tuple[int, ...]
    chance: float | None  # the mean that blind guessing would reach
    alpha: float | None
    standard_error: float | None

    @property
    def is_enough(self) -> bool:
        """Whether there are attempts enough to show figures at all."""
        return self.n >= LEAST


def quiz_figures(
    quiz_id: int, items: Sequence[ItemRow], *, which: Which = "first", assignment_id: int | None = None
) -> QuizFigures:
    """Return how a quiz did; `items` is its item table over the same attempts."""
    attempts = counted(quiz_id, which=which, assignment_id=assignment_id)
    share = attempts.c.share
    row = db.session.execute(select(func.count(), func.sum(share), func.sum(share * share)).select_from(attempts)).one()
    n, total, squares = row[0], float(row[1] or 0), float(row[2] or 0)
    found = _reliability(attempts, n)
    return QuizFigures(
        n=n,
        mean=100 * total / n if n else None,
        deviation=100 * sqrt(variance(squares, total, n)) if n > 1 else None,
        bins=_bins(attempts),
        chance=_chance(items),
        alpha=found.alpha if found else None,
        standard_error=found.standard_error if found else None,
    )


def _bins(attempts: CTE) -> tuple[int, ...]:
    place = func.floor(attempts.c.share * BINS + 1e-9)
    within = case((place >= BINS, BINS - 1), else_=place)
    rows = {int(place): count for place, count in db.session.execute(select(within, func.count()).group_by(within))}
    return tuple(rows.get(number, 0) for number in range(BINS))


def _chance(items: Sequence[ItemRow]) -> float | None:
    """Weighed by how often each question was met; all count alike."""
    met = sum(item.figures.n for item in items)
    return 100 * sum(item.chance * item.figures.n for item in items) / met if met else None


def _reliability(attempts: CTE, n: int) -> Reliability | None:
    """In points of a hundred; None where some attempts met other questions, or other worths, than the rest."""
    all_marks = marks(attempts)
    x = all_marks.c.x
    query = select(
        all_marks.c.version_id, func.count(), func.sum(x), func.sum(x * x), func.sum(all_marks.c.worth)
    ).group_by(all_marks.c.version_id)
    rows: Sequence[Any] = db.session.execute(query).all()
    worth = sum(float(row[4]) for row in rows) / n if n else 0.0
    if not worth or any(row[1] != n for row in rows):
        return None
    scale = 100 / worth
    variances = [variance(float(row[3]) * scale**2, float(row[2]) * scale, n) for row in rows]
    total = attempts.c.total * scale
    sums = db.session.execute(select(func.sum(total), func.sum(total * total)).select_from(attempts)).one()
    return reliability(variances, variance(float(sums[1]), float(sums[0]), n), n)
