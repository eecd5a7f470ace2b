"""Whether what was typed is one of the accepted answers, or one that was foreseen as wrong.

The nearest way of reading wins: the same words first, then the same meaning (a date or number written otherwise, "it
was" before it), and a slip of the finger last. At each step the accepted answers are tried before the foreseen wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from .equivalents import is_same_date, is_same_number
from .folding import mean_the_same, say_the_same
from .mark import TypedPart
from .slips import is_nearer, slipped

Matches = Callable[[str, str], bool]

PARTS = re.compile(r"[()\[\]/,;=]|\bor\b|\baka\b|\u2013|\u2014", re.IGNORECASE)


def same_meaning(typed: str, form: str) -> bool:
    """Whether two texts are one answer, one date or one number, written in two ways."""
    return mean_the_same(typed, form) or is_same_date(typed, form) or is_same_number(typed, form)


def first_match(typed: str, forms: Sequence[str], matches: Matches) -> int | None:
    """The index of the first form that the text matches."""
    return next((index for index, form in enumerate(forms) if matches(typed, form)), None)


def all_parts_accepted(typed: str, accept: Sequence[str]) -> bool:
    """Whether the text gives two accepted answers at once: "NATO (North Atlantic Treaty Organization)"."""
    parts = [part for part in PARTS.split(typed) if part.strip()]
    return len(parts) > 1 and all(first_match(part, accept, same_meaning) is not None for part in parts)


def read_slip(typed: str, accept: Sequence[str], wrong: Sequence[str]) -> TypedPart:
    """Read the text as an answer with a slip of the finger in it, if it is one and nearer to no foreseen wrong one."""

    def is_slip_of(text: str, form: str) -> bool:
        return slipped(text, form) or is_same_date(text, form, slip=True)

    index = first_match(typed, accept, is_slip_of)
    if index is not None and is_nearer(typed, accept[index], wrong):
        return TypedPart(accepted=accept[index], slip=True)
    return TypedPart(foreseen=first_match(typed, wrong, is_slip_of))


def read_answer(typed: str, accept: Sequence[str], wrong: Sequence[str], *, slip: bool) -> TypedPart:
    """Read typed text against the accepted and the foreseen wrong answers."""
    for matches in (say_the_same, same_meaning):
        index = first_match(typed, accept, matches)
        if index is not None:
            return TypedPart(accepted=accept[index])
        foreseen = first_match(typed, wrong, matches)
        if foreseen is not None:
            return TypedPart(foreseen=foreseen)
    if all_parts_accepted(typed, accept):
        return TypedPart(accepted=accept[0])
    return read_slip(typed, accept, wrong) if slip else TypedPart()
