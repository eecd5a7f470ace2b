from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

PassageKind = Literal["sentence", "line", "heading"]


@dataclass(frozen=True, slots=True)
class Drop:
    """A stretch of the text set aside as no part of what the document says, and why."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, a line of a list, or a heading; `paragraph` counts the lines that hold any text."""

    start: int
    end: int
    paragraph: int
    kind: PassageKind = "sentence"


class SpanIndex:
    """Dropped spans in order, for many questions about places in the same text."""

    def __init__(self, drops: Sequence[Drop]) -> None:
        self._drops = sorted(drops, key=lambda drop: drop.start)
        self._starts = [drop.start for drop in self._drops]
        self._reach: list[int] = []
        for drop in self._drops:
            self._reach.append(max(drop.end, self._reach[-1] if self._reach else 0))

    def touch(self, start: int, end: int) -> bool:
        """Say whether anything between start and end was dropped."""
        before = bisect_right(self._starts, end - 1)
        return before > 0 and self._reach[before - 1] > start

    def cover(self, start: int, end: int) -> bool:
        """Say whether one drop holds all between start and end."""
        before = bisect_right(self._starts, start)
        return before > 0 and self._reach[before - 1] >= end
