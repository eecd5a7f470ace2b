"""Quantiles of values that are known by how often each occurs."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil


def quantile(counts: Mapping[int, int], share: float) -> int:
    """Return the value at (n - 1) * share between the sorted values, as spreadsheets have it, halves upwards."""
    values = sorted(counts.items())
    place = (sum(counts.values()) - 1) * share
    below, above = _nth(values, int(place)), _nth(values, ceil(place))
    return int(below + (above - below) * (place - int(place)) + 0.5)


def _nth(values: list[tuple[int, int]], place: int) -> int:
    for value, count in values:
        if place < count:
            return value
        place -= count
    return values[-1][0]
