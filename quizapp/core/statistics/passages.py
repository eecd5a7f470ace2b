"""Which passages are asked, and how well they are known."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

LEAST = 10  # answers below which a share says nothing
WEAK, FAIR = 0.5, 0.75
Level = Literal["unasked", "unanswered", "few", "weak", "fair", "strong"]


@dataclass(frozen=True, slots=True)
class AskedPlace:
    """Words that a question rests on: how often they were answered, and the points won of those there were."""

    start: int
    end: int
    question_id: int
    answers: int
    points: float
    out_of: float


@dataclass(frozen=True, slots=True)
class PassageFigures:
    """A passage with the questions on it and how they were answered; share is None where nobody has answered."""

    start: int
    end: int
    questions: int
    answers: int
    share: float | None
    question_ids: tuple[int, ...] = ()

    @property
    def level(self) -> Level:
        """How well the passage is known, as far as that can be said."""
        if not self.questions:
            return "unasked"
        if self.share is None:
            return "unanswered"
        if self.answers < LEAST:
            return "few"
        return "weak" if self.share < WEAK else "fair" if self.share < FAIR else "strong"


def passage_figures(spans: Sequence[tuple[int, int]], asked: Sequence[AskedPlace]) -> tuple[PassageFigures, ...]:
    """Lay what was asked over the passages of a document, which stand in order and do not overlap.

    A question counts for every passage that its words touch.
    """
    starts = [start for start, _ in spans]
    found: list[list[AskedPlace]] = [[] for _ in spans]
    for place in asked:
        first = max(0, bisect_left(starts, place.start + 1) - 1)
        for number in range(first, bisect_left(starts, place.end)):
            if spans[number][1] > place.start:
                found[number].append(place)
    return tuple(_figures(start, end, places) for (start, end), places in zip(spans, found, strict=True))


def _figures(start: int, end: int, places: Sequence[AskedPlace]) -> PassageFigures:
    by_question = {place.question_id: place for place in places}
    answers = sum(place.answers for place in by_question.values())
    worth = sum(place.out_of for place in by_question.values())
    points = sum(place.points for place in by_question.values())
    share = points / worth if worth else None
    return PassageFigures(start, end, len(by_question), answers, share, tuple(by_question))
