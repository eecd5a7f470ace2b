"""Scores as people read them."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal


def percent(points: Decimal, out_of: Decimal) -> int:
    """Return points as a whole percentage: 100 only where every point was won, 0 only where none was."""
    if out_of <= 0:
        return 0
    exact = Decimal(100) * points / out_of
    rounded = int(exact.quantize(Decimal(1), rounding=ROUND_HALF_UP))
    if 0 < points < out_of:
        return min(99, max(1, rounded))
    return rounded


def is_passed(points: Decimal, out_of: Decimal, pass_percent: int) -> bool:
    """Say whether points reach a pass mark; the percentage as shown counts, so that 50 % is never too little for 50."""
    return percent(points, out_of) >= pass_percent
