"""Which way scores go."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Literal

Direction = Literal["rising", "falling", "steady", ""]
STEADY_POINTS = 5


def mean(values: Sequence[int]) -> Fraction:
    """Return the exact mean of some values."""
    return Fraction(sum(values), len(values))


def average(percents: Sequence[int]) -> int | None:
    """Return the mean as a whole percentage; None where there is nothing."""
    return int(mean(percents) + Fraction(1, 2)) if percents else None


def direction(percents: Sequence[int]) -> Direction:
    """Compare the later half of some scores with the earlier one; a middle score counts in neither."""
    if len(percents) < 2:
        return ""
    half = len(percents) // 2
    change = mean(percents[-half:]) - mean(percents[:half])
    if abs(change) < STEADY_POINTS:
        return "steady"
    return "rising" if change > 0 else "falling"
