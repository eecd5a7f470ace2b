"""What a learner who knows nothing can expect of a question."""

from __future__ import annotations

from math import comb

from quizapp.core.kinds import Choice, Content, Matching, Multiple, Ordering, TrueFalse


def chance(content: Content) -> float:
    """Return the share of its points that a question gives to blind guessing, from 0 to 1.

    An ordering is right by half: of two neighbours one or the other stands first. Ticks are guessed one by one.
    """
    match content:
        case Choice(options=options):
            return 1 / len(options)
        case TrueFalse():
            return 0.5
        case Multiple(options=options):
            return _of_ticks(sum(option.right for option in options), sum(not option.right for option in options))
        case Matching():
            return 1 / len(content.rights())
        case Ordering():
            return 0.5
    return 0.0


def _of_ticks(keys: int, others: int) -> float:
    """The mean of (right ticks - wrong ticks) / keys, not below 0, where each box is ticked by the toss of a coin."""
    total: int = sum(
        max(0, right - wrong) * comb(keys, right) * comb(others, wrong)
        for right in range(keys + 1)
        for wrong in range(others + 1)
    )
    coins: int = 2 ** (keys + others)
    return total / keys / coins
