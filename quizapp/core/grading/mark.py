"""The mark of one answer, and what of it was right."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Literal

Verdict = Literal["right", "partly", "wrong", "unanswered"]

FULL = Decimal(1)
NONE = Decimal(0)
PLACES = Decimal("0.0001")


@dataclass(frozen=True, slots=True)
class OptionPart:
    """One option: whether it was chosen, whether it is right, and whether leaving or taking it was."""

    option: int
    chosen: bool
    key: bool

    @property
    def right(self) -> bool:
        """Chosen though right, or left though wrong."""
        return self.chosen == self.key


@dataclass(frozen=True, slots=True)
class PairPart:
    """One pair of a matching: the right side given, and the one that belongs there."""

    pair: int
    given: int | None
    key: int

    @property
    def right(self) -> bool:
        """The right side given is the one that belongs there."""
        return self.given == self.key


@dataclass(frozen=True, slots=True)
class NeighbourPart:
    """Two items that were put next to each other, the first of them first."""

    first: int
    second: int

    @property
    def right(self) -> bool:
        """They stand the right way round."""
        return self.first < self.second


@dataclass(frozen=True, slots=True)
class TypedPart:
    """How typed text was read.

    `accepted` is the accepted form it was read as, `slip` whether only by forgiving a slip ("we read it as …");
    `foreseen` is the index of the foreseen wrong answer it gives; `unread` says why it could not be read at all.
    """

    accepted: str | None = None
    slip: bool = False
    foreseen: int | None = None
    unread: str | None = None

    @property
    def right(self) -> bool:
        """It was read as an accepted answer."""
        return self.accepted is not None


Parts = tuple[OptionPart, ...] | tuple[PairPart, ...] | tuple[NeighbourPart, ...] | TypedPart


@dataclass(frozen=True, slots=True)
class Mark:
    """Points out of one, the verdict, and what of the answer was right."""

    points: Decimal
    out_of: Decimal
    verdict: Verdict
    matched: Parts

    def earned(self, worth: Decimal) -> Decimal:
        """The points of a question that is worth so much, to four places."""
        return (self.points * worth).quantize(PLACES, ROUND_HALF_EVEN)


def whole(right: bool, matched: Parts) -> Mark:
    """All or nothing."""
    return Mark(FULL if right else NONE, FULL, "right" if right else "wrong", matched)


def share(earned: int, of: int, matched: Parts) -> Mark:
    """A share of the point, to four places, never below 0."""
    if earned >= of:
        return Mark(FULL, FULL, "right", matched)
    points = (Decimal(max(earned, 0)) / Decimal(of)).quantize(PLACES, ROUND_HALF_EVEN)
    return Mark(points, FULL, "partly" if points else "wrong", matched)


def unanswered(matched: Parts) -> Mark:
    """Nothing, because nothing was answered."""
    return Mark(NONE, FULL, "unanswered", matched)
