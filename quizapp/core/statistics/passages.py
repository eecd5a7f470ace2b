"""Which passages are asked, and how well they are known."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

LEAST = 10  # answers below which a share says nothing
WEAK, FAIR = 0.5, 0.75
Level = Literal["unasked", "unanswered", "doubted", "few", "weak", "fair", "strong"]


@dataclass(frozen=True, slots=True)
class AskedPlace:
    """Words that a question rests on: how often it was answered, and the points won of those there were.

    says: what copies of one question have in common, empty where it has none. is_doubted: its marks may be wrong.
    """

    start: int
    end: int
    question_id: int
    answers: int
    points: float
    out_of: float
    says: str = ""
    is_doubted: bool = False


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question that was answered, its copies together; share is None where nothing could be won."""

    question_id: int  # of the copy answered most often
    answers: int
    points: float
    out_of: float
    is_doubted: bool

    @property
    def share(self) -> float | None:
        """The share of the points that was won."""
        return self.points / self.out_of if self.out_of else None


@dataclass(frozen=True, slots=True)
class PassageFigures:
    """A passage with the questions on it and how they were answered; share is None where nobody has answered.

    Answers and share are of the answered questions whose marks are not in doubt, each counted once.
    """

    start: int
    end: int
    questions: int  # copies are one
    answered: tuple[AskedQuestion, ...]  # the weakest first
    doubted: tuple[AskedQuestion, ...] = ()

    @property
    def answers(self) -> int:
        """How often its questions were answered."""
        return sum(one.answers for one in self.answered)

    @property
    def share(self) -> float | None:
        """The share of the points that was won."""
        worth = sum(one.out_of for one in self.answered)
        return sum(one.points for one in self.answered) / worth if worth else None

    @property
    def level(self) -> Level:
        """How well the passage is known, as far as that can be said."""
        if not self.questions:
            return "unasked"
        if self.share is None:
            return "doubted" if self.doubted else "unanswered"
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


def asked_questions(places: Sequence[AskedPlace]) -> tuple[int, tuple[AskedQuestion, ...]]:
    """Return how many different questions these are, and those that were answered, the weakest first."""
    copies: dict[str, dict[int, AskedPlace]] = {}
    for place in places:
        copies.setdefault(place.says or str(place.question_id), {})[place.question_id] = place
    together = (_together(list(one.values())) for one in copies.values())
    answered = [one for one in together if one.answers]
    return len(copies), tuple(sorted(answered, key=lambda one: (one.share or 0.0, one.question_id)))


def _together(copies: Sequence[AskedPlace]) -> AskedQuestion:
    return AskedQuestion(
        max(copies, key=lambda one: one.answers).question_id,
        sum(one.answers for one in copies),
        sum(one.points for one in copies),
        sum(one.out_of for one in copies),
        any(one.is_doubted for one in copies),
    )


def _figures(start: int, end: int, places: Sequence[AskedPlace]) -> PassageFigures:
    questions, answered = asked_questions(places)
    sure, doubted = ([one for one in answered if one.is_doubted is doubt] for doubt in (False, True))
    return PassageFigures(start, end, questions, tuple(sure), tuple(doubted))
