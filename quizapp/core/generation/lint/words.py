"""What rules need to know of words: content words, stems of words, runs of words in a text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from quizapp.core.kinds.folding import words_of

ARTICLES = frozenset({"the", "a", "an"})
_STOP_LINES = (
    "a about above after again against all also although am among an and another any are as at be became because",
    "become been before began being below between both but by came can come could did do does done down during each",
    "either else ever every few first for from further get give given had has have having he her here hers him his how",
    "however i if in into is it its just last later least less like made make many may me might more most much must my",
    "near neither no nor not now of off often on once one only onto or other others our out over own part per put same",
    "say says said second several shall she should since so some such than that the their them then there these they",
    "this those through to too toward towards under until up upon us used very was way we were what when where whether",
    "which while who whom whose why will with within without would year years yet you your",
    "according following name named tick match order",
)
STOP_WORDS = frozenset(word for line in _STOP_LINES for word in line.split())
_OPPOSITES = (
    "accept reject", "agree refuse", "east west", "eastern western", "north south", "northern southern",
    "before after", "increase decrease", "rise fall", "win lose", "strong weak", "first last", "more less", "old new",
    "large small", "high low", "peace war", "ally enemy", "join leave", "unite divide", "for against",
    "public secret", "legal illegal",
)  # fmt: skip
OPPOSITE_PAIRS = tuple(frozenset(pair.split()) for pair in _OPPOSITES)
REMEMBERED = 8192  # the same sentences are held against every question
SUFFIXES = ("ing", "ed", "es", "s")


def stem(word: str) -> str:
    """A word without the commonest endings, enough to see that two words are one."""
    if word.endswith("ies") and len(word) > 5:
        return word[:-3] + "y"
    for suffix in SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 4 and not word.endswith("ss"):
            return word[: -len(suffix)]
    return word


@lru_cache(maxsize=REMEMBERED)
def telling_words(text: str) -> tuple[str, ...]:
    """The stemmed words that carry meaning."""
    return tuple(stem(word) for word in words_of(text) if word not in STOP_WORDS)


@lru_cache(maxsize=REMEMBERED)
def bare_words(text: str) -> tuple[str, ...]:
    """The folded words of a text without articles."""
    return tuple(word for word in words_of(text) if word not in ARTICLES)


def holds_run(text: Sequence[str], run: Sequence[str]) -> bool:
    """Whether the words of one text stand together, in order, in another."""
    size = len(run)
    return bool(run) and any(tuple(text[at : at + size]) == tuple(run) for at in range(len(text) - size + 1))


def says(text: str, words: str) -> bool:
    """Whether a text holds these words, whatever the case, accents, articles and punctuation."""
    return holds_run(bare_words(text), bare_words(words))


def likeness(one: set[str], other: set[str]) -> float:
    """The share of words that two sets have in common."""
    return len(one & other) / len(one | other) if one | other else 0.0
