"""The slip of the finger: when a word that is not the right one still shows that it was meant.

The rule, word by word: at most one word of the answer may be off. It may be off by one letter (added, left out,
changed, or swapped with its neighbour) if the right word has five letters or more, by two if it has ten or more, or by
a plural's ending. Its first letter must stand, and it must have no figure. It is no slip if the change makes a word
known to mean something else, or if the answer is then as near to a foreseen wrong answer.
What the rule cannot know: two names a letter apart, such as Bevin and Bevan. They belong among the foreseen wrong
answers, or the question switches slips off.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz.distance import OSA

from .confusions import is_other_word
from .folding import REMEMBERED, Words, forms, inverted, opened, squeeze

FAR = 99


def singular(word: str) -> str:
    """The word without a plural's ending."""
    if len(word) >= 5 and word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if len(word) >= 4 and word.endswith("s") and word[-2] not in "sui" else word


def allowed(word: str) -> int:
    """How many edits a word of this length forgives."""
    return 2 if len(word) >= 10 else 1 if len(word) >= 5 else 0


def is_slip(typed: str, word: str) -> bool:
    """Whether the typed word is the other one with a slip of the finger in it."""
    if not typed.isalpha() or not word.isalpha():
        return False
    if singular(typed) == singular(word):
        return True
    if typed[0] != word[0] or is_other_word(typed, word):
        return False
    return OSA.distance(typed, word, score_cutoff=allowed(word)) <= allowed(word)


def one_word_slipped(typed: Words, right: Words) -> bool:
    """Whether the words are the right ones but for a slip in exactly one."""
    if len(typed) != len(right):
        return False
    off = [(mine, word) for mine, word in zip(typed, right, strict=True) if mine != word]
    return len(off) == 1 and is_slip(*off[0])


@lru_cache(REMEMBERED)
def turned(text: str) -> frozenset[Words]:
    """The forms of a text without what it opens with, and turned round "of"."""
    rests = {opened(words)[1] for words in forms(text)}
    return frozenset(rests) | {inverted(words) for words in rests}


def slipped(typed: str, form: str) -> bool:
    """Whether the text is the form but for a slip in one word."""
    return any(one_word_slipped(mine, right) for mine in turned(typed) for right in turned(form))


def edits(typed: str, form: str) -> int:
    """How many letters lie between the nearest forms of two texts."""
    pairs = ((squeeze(mine), squeeze(other)) for mine in turned(typed) for other in turned(form))
    return min((OSA.distance(mine, other) for mine, other in pairs), default=FAR)


def is_nearer(typed: str, form: str, others: Iterable[str]) -> bool:
    """Whether the text is nearer to the form than to each of the others."""
    here = edits(typed, form)
    return all(here < edits(typed, other) for other in others)
