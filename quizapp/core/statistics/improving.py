"""Who has come up, or gone down, beside the class: a line through a learner's scores, held to what chance would do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist
from typing import Literal

LEAST_SCORES = 3
LEAST_CHANGE = 0.10  # of all points, from the first to the last; less is not worth a word
CERTAIN = 1.959964  # the normal quantile of a 95 % interval
FALSE_NAMES = 0.15  # how many of a class may be named though nothing changed, on average, up and down together
FALSE_HINTS = 1.0  # and of how many may be said that they perhaps moved
Way = Literal["up", "down", "level", ""]


@dataclass(frozen=True, slots=True)
class ScoreBeside:
    """One score as a share, what the others of the class reached on the same, and how many questions it rests on."""

    share: float
    others: float | None  # None: nobody else has it
    questions: int


@dataclass(frozen=True, slots=True)
class Change:
    """How far a learner moved beside the class from the first score to the last, as a share, and how sure that is."""

    moved: float
    certainty: float  # in standard errors

    def way(self, least_certainty: float = CERTAIN) -> Way:
        """Return up or down where chance does not explain it, else level."""
        if abs(self.moved) < LEAST_CHANGE or abs(self.certainty) < least_certainty:
            return "level"
        return "up" if self.moved > 0 else "down"


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of a change, to learner and teacher alike: firm where it would seldom be chance in such a class."""

    way: Way  # up, down, level
    is_firm: bool
    points: int  # of a hundred, from the first score to the last, whichever way


def told(found: Change, learners: int = 1) -> Told:
    """Return what a change of one of so many learners allows to be said."""
    firm, perhaps = (max(CERTAIN, certainty_for(learners, names)) for names in (FALSE_NAMES, FALSE_HINTS))
    return Told(found.way(perhaps), found.way(firm) != "level", abs(round(100 * found.moved)))


def change(scores: Sequence[ScoreBeside], *, least: int = LEAST_SCORES) -> Change | None:
    """Return the slope of a weighted straight line through scores beside the class; None for fewer than three.

    Each weighs by its binomial variance, so that a quiz of five questions says less than one of twenty. Where others
    have some of them, only those count: beside nobody every score would look high.
    """
    scores = [score for score in scores if score.others is not None] or scores
    if len(scores) < least:
        return None
    weights = [1 / _variance(score) for score in scores]
    heights = [score.share - (score.others or 0.0) for score in scores]
    total = sum(weights)
    middle = sum(weight * place for place, weight in enumerate(weights)) / total
    level = sum(weight * height for weight, height in zip(weights, heights, strict=True)) / total
    width = sum(weight * (place - middle) ** 2 for place, weight in enumerate(weights))
    rise = sum(
        weight * (place - middle) * (height - level)
        for place, (weight, height) in enumerate(zip(weights, heights, strict=True))
    )
    slope = rise / width
    return Change(slope * (len(scores) - 1), slope * sqrt(width))


def certainty_for(learners: int, names: float = FALSE_NAMES) -> float:
    """Return how many standard errors somebody of a class must have moved to be named, so that few are by chance."""
    return NormalDist().inv_cdf(1 - names / 2 / max(1, learners))


def _variance(score: ScoreBeside) -> float:
    middle = score.share if score.others is None else (score.share + score.others) / 2
    kept = min(0.85, max(0.15, middle))
    return kept * (1 - kept) / max(1, score.questions)
