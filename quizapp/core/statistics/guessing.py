"""Whose answers cannot be told from blind guessing: said carefully, for there are many reasons to answer so.

Two things are asked of the answers to questions with options: whether more were right than guessing gives, and whether
those that the class finds easy were right more often than those it finds hard. Guessing shows neither. Whoever knows
only a little shows the second.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

LEAST_ANSWERS, MANY_ANSWERS = 40, 60  # below the first, luck and knowledge cannot be told apart
# In standard errors, with few answers and with many; set on simulated classes.
LITTLE_MORE, LITTLE_FIT = (1.3, 1.6), (0.7, 1.0)


@dataclass(frozen=True, slots=True)
class ClosedAnswers:
    """Sums over one learner's answers to questions with options: p is what guessing gives, f the share of others.

    spread and spread_f, spread_f2 are the sums of p (1 - p), of the same times f, and times f squared.
    """

    n: int
    right: int
    p: float
    f: float
    right_f: float  # the sum of f where the answer was right
    p_f: float
    spread: float
    spread_f: float
    spread_f2: float


def seems_guessed(sums: ClosedAnswers) -> bool:
    """Say whether answers look like blind guessing in both respects."""
    if sums.n < LEAST_ANSWERS or sums.spread <= 0:
        return False
    more, many = (sums.right - sums.p) / sqrt(sums.spread), sums.n >= MANY_ANSWERS
    return more < LITTLE_MORE[many] and fit(sums) < LITTLE_FIT[many]


def fit(sums: ClosedAnswers) -> float:
    """Return how much more often the easy questions were right than the hard ones, in standard errors of guessing."""
    mean = sums.f / sums.n
    covered = (sums.right_f - sums.p_f) - mean * (sums.right - sums.p)
    luck = sums.spread_f2 - 2 * mean * sums.spread_f + mean * mean * sums.spread
    return covered / sqrt(luck) if luck > 1e-9 else 0.0
