"""How a quiz as a whole did."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any

from sqlalchemy import CTE, ColumnElement, Integer, Select, case, cast, func, select

from quizapp.attempts.models import Attempt
from quizapp.core.statistics.items import FIRM, LEAST
from quizapp.core.statistics.minutes import Minutes, minutes
from quizapp.core.statistics.quantiles import quantile
from quizapp.core.statistics.reliability import Reliability, reliability, variance
from quizapp.history.queries.counted import Which, counted
from quizapp.history.queries.items import ItemRow
from quizapp.history.queries.within import EVER, Within
from quizapp.history.queries.working_time import UNKNOWN, minutes_worked, pauses_of
from quizapp.storage.database import db
from quizapp.storage.whole_part import whole_part

BINS = 10


@dataclass(frozen=True, slots=True)
class QuizFigures:
    """The scores of a quiz: mean, standard deviation and standard error in points of a hundred.

    percents counts how many scored so many percent, bins those of 0-9 %, 10-19 % and so on to 90-100 %; reliability is
    None where it is undefined, which it is as soon as not everybody met the same questions.
    """

    n: int
    mean: float | None
    deviation: float | None
    percents: Mapping[int, int]
    chance: float | None  # the mean that blind guessing would reach
    alpha: float | None
    standard_error: float | None
    minutes: Minutes | None  # None: no time is known
    paused: int  # attempts with a pause too long to be counted whole

    @property
    def is_enough(self) -> bool:
        """Whether there are attempts enough to show figures at all."""
        return self.n >= LEAST

    @property
    def is_firm(self) -> bool:
        """Whether there are attempts enough to speak of a distribution instead of each score."""
        return self.n >= FIRM

    @property
    def median(self) -> int | None:
        """The middle score in percent."""
        return quantile(self.percents, 0.5) if self.n else None

    @property
    def bins(self) -> tuple[int, ...]:
        """How many scored 0-9 %, 10-19 % and so on to 90-100 %."""
        found = Counter[int]()
        for percent, count in self.percents.items():
            found[min(percent // BINS, BINS - 1)] += count
        return tuple(found[place] for place in range(BINS))


def quiz_figures(
    quiz_id: int,
    items: Sequence[ItemRow],
    *,
    which: Which = "first",
    assignment_id: int | None = None,
    within: Within = EVER,
) -> QuizFigures:
    """Return how a quiz did, with one statement; `items` is its item table over the same attempts."""
    rows = db.session.execute(_grouped(counted(quiz_id, which=which, assignment_id=assignment_id, within=within))).all()
    n = sum(row.n for row in rows)
    total, squares = (sum(float(getattr(row, name)) for row in rows) for name in ("share", "share_squared"))
    found = _reliability(items, rows, n)
    return QuizFigures(
        n=n,
        mean=100 * total / n if n else None,
        deviation=100 * sqrt(variance(squares, total, n)) if n > 1 else None,
        percents=_counts(rows, "percent"),
        chance=_chance(items),
        alpha=found.alpha if found else None,
        standard_error=found.standard_error if found else None,
        minutes=minutes({length: count for length, count in _counts(rows, "minutes").items() if length != UNKNOWN}),
        paused=sum(row.paused for row in rows),
    )


def _grouped(attempts: CTE) -> Select[*tuple[Any, ...]]:
    """Add up the attempts of each score and length: no more rows than there are such pairs, however many took it."""
    pauses = pauses_of(attempts)
    percent, length = as_percent(attempts.c.share), minutes_worked(pauses)
    share, total = attempts.c.share, attempts.c.total
    return (
        select(
            percent.label("percent"),
            length.label("minutes"),
            func.count().label("n"),
            func.sum(share).label("share"),
            func.sum(share * share).label("share_squared"),
            func.sum(total).label("total"),
            func.sum(total * total).label("total_squared"),
            func.sum(attempts.c.worth).label("worth"),
            func.count(pauses.c.id).label("paused"),
        )
        .join(Attempt, Attempt.id == attempts.c.id)
        .outerjoin(pauses, pauses.c.id == attempts.c.id)
        .group_by(percent, length)
    )


def as_percent(share: ColumnElement[float]) -> ColumnElement[int]:
    """Return a share as pages write it: a whole percentage, 100 only for everything and 0 only for nothing."""
    rounded = whole_part(100 * share + 0.5 + 1e-9)
    inner = case((rounded >= 100, 99), (rounded <= 0, 1), else_=rounded)
    return cast(case((share >= 1 - 1e-9, 100), (share <= 1e-9, 0), else_=inner), Integer)


def _counts(rows: Sequence[Any], name: str) -> Mapping[int, int]:
    found = Counter[int]()
    for row in rows:
        found[getattr(row, name)] += row.n
    return dict(sorted(found.items()))


def _chance(items: Sequence[ItemRow]) -> float | None:
    """Weighed by how often each question was met; all count alike."""
    met = sum(item.figures.n for item in items)
    return 100 * sum(item.chance * item.figures.n for item in items) / met if met else None


def _reliability(items: Sequence[ItemRow], rows: Sequence[Any], n: int) -> Reliability | None:
    """In points of a hundred; None where some attempts met other questions than the rest."""
    worth = sum(float(row.worth) for row in rows) / n if n else 0.0
    if not worth or any(item.figures.n != n for item in items):
        return None
    scale = 100 / worth
    variances = [(item.figures.variance or 0.0) * scale**2 for item in items]
    total, squares = (sum(float(getattr(row, name)) for row in rows) for name in ("total", "total_squared"))
    return reliability(variances, variance(squares * scale**2, total * scale, n), n)
