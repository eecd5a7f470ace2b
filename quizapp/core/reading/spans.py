from collections.abc import Iterable
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


def overlaps(start: int, end: int, drops: Iterable[Drop]) -> bool:
    """Say whether any character between start and end was dropped."""
    return any(drop.start < end and start < drop.end for drop in drops)
