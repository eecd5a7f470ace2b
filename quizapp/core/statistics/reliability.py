"""How far the score of a whole quiz can be trusted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt


@dataclass(frozen=True, slots=True)
class Reliability:
    """Cronbach's alpha as a share, and the standard error of one score in points."""

    alpha: float
    standard_error: float


def reliability(item_variances: Sequence[float], total_variance: float, n: int) -> Reliability | None:
    """Return alpha and the standard error; None where they are undefined.

    alpha = k / (k - 1) * (1 - sum of the items' variances / variance of the totals), standard error = SD * sqrt(1 -
    alpha): Moodle's coefficient of internal consistency. It holds only where everybody met the same questions.
    """
    k = len(item_variances)
    if n < 3 or k < 2 or total_variance <= 0:
        return None
    alpha = k / (k - 1) * (1 - sum(item_variances) / total_variance)
    return Reliability(alpha, sqrt(total_variance) * sqrt(max(0.0, 1 - alpha)))


def variance(squares: float, total: float, n: int) -> float:
    """Return the variance of n values from the sum of their squares and their sum."""
    return max(0.0, (squares - total * total / n) / (n - 1)) if n > 1 else 0.0
