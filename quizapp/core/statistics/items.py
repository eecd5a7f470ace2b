"""How a question did: facility, item-rest discrimination, discriminative efficiency.

The formulas are those of Moodle's quiz statistics (docs.moodle.org/dev, Quiz statistics calculations), computed from
sums, so that a database can add up what nobody wants to load. What is undefined is None, never 0.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

LEAST = 10  # attempts below which no figure is shown
FIRM = 30  # and below which it is shown as uncertain, and nothing is concluded from it
Z = 1.959964  # the normal quantile of a 95 % interval


@dataclass(frozen=True, slots=True)
class ItemSums:
    """Sums over the attempts that met a question, in points.

    x is the mark of the question, r the marks of the rest of the attempt; x_times_r pairs each attempt's own,
    sorted_x_times_r the smallest x with the smallest r, and so on upwards.
    """

    n: int
    out_of: float  # what the question is worth
    x: float
    x_squared: float
    r: float
    r_squared: float
    x_times_r: float
    sorted_x_times_r: float


@dataclass(frozen=True, slots=True)
class ItemFigures:
    """How a question did; facility and its interval are shares from 0 to 1, the other two from -1 to 1."""

    n: int
    facility: float | None
    low: float | None
    high: float | None
    discrimination: float | None  # correlation of the question with the rest of the attempt
    efficiency: float | None  # the covariance as a share of the greatest that these marks allow
    rest_mean: float | None = None  # of the rest of the attempt, in points
    rest_deviation: float | None = None
    variance: float | None = None  # of the question's own marks, in points

    @property
    def is_enough(self) -> bool:
        """Whether there are attempts enough to show figures at all."""
        return self.n >= LEAST

    @property
    def is_firm(self) -> bool:
        """Whether there are attempts enough to conclude something."""
        return self.n >= FIRM


def item_figures(sums: ItemSums) -> ItemFigures:
    """Return a question's figures from its sums."""
    facility = sums.x / (sums.n * sums.out_of) if sums.n and sums.out_of else None
    low, high = interval(facility, sums.n) if facility is not None else (None, None)
    together = _covariance(sums.x_times_r, sums.x, sums.r, sums.n)
    greatest = _covariance(sums.sorted_x_times_r, sums.x, sums.r, sums.n)
    of_x = _covariance(sums.x_squared, sums.x, sums.x, sums.n)
    of_r = _covariance(sums.r_squared, sums.r, sums.r, sums.n)
    return ItemFigures(
        n=sums.n,
        facility=facility,
        low=low,
        high=high,
        discrimination=ratio(together, sqrt(of_x * of_r)) if of_x > 0 and of_r > 0 else None,
        efficiency=ratio(together, greatest),
        rest_mean=sums.r / sums.n if sums.n else None,
        rest_deviation=sqrt(max(0.0, of_r)),
        variance=max(0.0, of_x) if sums.n > 1 else None,
    )


def interval(share: float, n: int) -> tuple[float, float]:
    """Return the 95 % interval of a share of n (Wilson's); for marks in parts it is a little wider than need be."""
    middle = (share + Z * Z / (2 * n)) / (1 + Z * Z / n)
    half = Z / (1 + Z * Z / n) * sqrt(share * (1 - share) / n + Z * Z / (4 * n * n))
    return max(0.0, middle - half), min(1.0, middle + half)


def ratio(part: float, whole: float) -> float | None:
    """Return a share between -1 and 1; None where there is nothing to divide by."""
    return None if whole <= 0 else max(-1.0, min(1.0, part / whole))


def _covariance(products: float, a: float, b: float, n: int) -> float:
    """The covariance from sums; what rounding leaves of a variance that is none counts as none."""
    if n < 2:
        return 0.0
    found = (products - a * b / n) / (n - 1)
    return 0.0 if abs(found) < 1e-9 * max(1.0, abs(products) / n) else found
