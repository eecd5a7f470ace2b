"""How long a class took, from counts of whole minutes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quizapp.core.statistics.items import LEAST
from quizapp.core.statistics.quantiles import quantile

WIDTHS = (1, 2, 5, 10, 15, 30, 60, 120)
MOST_BINS = 12


@dataclass(frozen=True, slots=True)
class MinuteBin:
    """How many took from so many minutes to fewer than so many."""

    begins: int
    ends: int
    count: int


@dataclass(frozen=True, slots=True)
class Minutes:
    """How long so many took, in whole minutes, rounded; the middle half lies between the quartiles."""

    n: int
    median: int
    lower: int
    upper: int
    shortest: int
    longest: int
    bins: tuple[MinuteBin, ...]

    @property
    def is_enough(self) -> bool:
        """Whether there are enough to speak of quartiles."""
        return self.n >= LEAST


def minutes(counts: Mapping[int, int]) -> Minutes | None:
    """Return how long it took from how many took how many minutes; None where nobody's time is known."""
    n = sum(counts.values())
    if not n:
        return None
    lower, median, upper = (quantile(counts, share) for share in (0.25, 0.5, 0.75))
    return Minutes(n, median, lower, upper, min(counts), max(counts), _bins(sorted(counts.items())))


def _bins(values: Sequence[tuple[int, int]]) -> tuple[MinuteBin, ...]:
    """Equal steps from nothing to the longest, few enough to be read; what is longer still is in the last."""
    longest = values[-1][0]
    width = next((width for width in WIDTHS if longest // width < MOST_BINS), WIDTHS[-1])
    most = min(longest // width, MOST_BINS - 1)
    found = [0] * (most + 1)
    for value, count in values:
        found[min(value // width, most)] += count
    ends = [(place + 1) * width for place in range(most)] + [max((most + 1) * width, longest + 1)]
    return tuple(MinuteBin(place * width, ends[place], count) for place, count in enumerate(found))
