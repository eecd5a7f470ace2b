"""Scores on average."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction


def mean(values: Sequence[int]) -> Fraction:
    """Return the exact mean of some values."""
    return Fraction(sum(values), len(values))


def average(percents: Sequence[int]) -> int | None:
    """Return the mean as a whole percentage; None where there is nothing."""
    return int(mean(percents) + Fraction(1, 2)) if percents else None
