"""Whether what was typed is one of the accepted answers, or one that was foreseen as wrong.

The nearest way of reading wins: the same words first, then the same meaning (a date or number written otherwise, "it
was" before it), then initials, and a slip of the finger last. At each step the accepted answers are tried before the
foreseen wrong ones; initials and slips pass only if no foreseen wrong answer is meant as well. What still means nothing
is read once more without a remark in brackets after it, without titles and offices before it, and without a patronymic.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from .asides import without_aside
from .equivalents import is_same_date, is_same_number
from .folding import mean_the_same, say_the_same
from .mark import TypedPart
from .names import initials_fit, last_names
from .slips import is_nearer, slipped
from .titles import may_be_person, plain_names, short_names

Matches = Callable[[str, str], bool]

PARTS = re.compile(r"[()\[\]/,;=\u2013\u2014]|\bor\b|\baka\b", re.IGNORECASE)


def same_meaning(typed: str, form: str) -> bool:
    """Whether two texts are one answer, one date or one number, written in two ways."""
    return mean_the_same(typed, form) or is_same_date(typed, form) or is_same_number(typed, form)


def is_slip_of(typed: str, form: str) -> bool:
    """Whether the text is the form with a slip of the finger in a word."""
    return slipped(typed, form) or is_same_date(typed, form, slip=True)


def first_match(typed: str, forms: Sequence[str | None], matches: Matches) -> int | None:
    """The index of the first form that the text matches."""
    return next((index for index, form in enumerate(forms) if form and matches(typed, form)), None)


def all_parts_accepted(typed: str, accept: Sequence[str]) -> bool:
    """Whether the text gives two accepted answers at once: "NATO (North Atlantic Treaty Organization)"."""
    parts = [part for part in PARTS.split(typed) if part.strip()]
    return len(parts) > 1 and all(first_match(part, accept, same_meaning) is not None for part in parts)


def read_initials(typed: str, accept: Sequence[str], wrong: Sequence[str]) -> str | None:
    """The accepted form that the text gives with initials, if no foreseen wrong answer fits them too."""
    index = first_match(typed, accept, initials_fit)
    return None if index is None or first_match(typed, wrong, initials_fit) is not None else accept[index]


def read_slip(typed: str, accept: Sequence[str], wrong: Sequence[str]) -> str | None:
    """The accepted form that the text is with a slip in it, if it is nearer to that than to any foreseen wrong one."""
    index = first_match(typed, accept, is_slip_of)
    others = [form for form in (*wrong, *last_names(wrong, accept)) if form]
    return accept[index] if index is not None and is_nearer(typed, accept[index], others) else None


def read_foreseen(typed: str, accept: Sequence[str], wrong: Sequence[str]) -> int | None:
    """The index of the foreseen wrong answer that the text means by its last name, its initials or with a slip."""
    tries = ((last_names(wrong, accept), say_the_same), (wrong, initials_fit), (wrong, is_slip_of))
    found = (first_match(typed, forms, matches) for forms, matches in tries)
    return next((index for index in found if index is not None), None)


def read_plainly(typed: str, accept: Sequence[str], wrong: Sequence[str], *, slip: bool) -> TypedPart:
    """Read typed text as it stands against the accepted and the foreseen wrong answers."""
    for matches in (say_the_same, same_meaning):
        index = first_match(typed, accept, matches)
        if index is not None:
            return TypedPart(accepted=accept[index])
        foreseen = first_match(typed, wrong, matches)
        if foreseen is not None:
            return TypedPart(foreseen=foreseen)
    if all_parts_accepted(typed, accept):
        return TypedPart(accepted=accept[0])
    if form := read_initials(typed, accept, wrong):
        return TypedPart(accepted=form)
    if slip and (form := read_slip(typed, accept, wrong)):
        return TypedPart(accepted=form, slip=True)
    return TypedPart(foreseen=read_foreseen(typed, accept, wrong))


def read_name(typed: str, accept: Sequence[str], wrong: Sequence[str], *, slip: bool) -> TypedPart:
    """Read typed text as a person's name with titles before it, or with more between first and last name."""
    people = [form for form in accept if may_be_person(form)]
    pairs = [form for form in people if len(form.split()) == 2]
    tries = [(name, people, slip) for name in plain_names(typed)]
    tries += [(name, pairs, False) for name in short_names(typed)]
    for name, forms, forgiving in tries:
        for index, form in enumerate(wrong):
            if first_match(name, (*plain_names(form), *short_names(form)), same_meaning) is not None:
                return TypedPart(foreseen=index)
        part = read_plainly(name, forms, wrong, slip=forgiving)
        if part != TypedPart():
            return part
    return TypedPart()


def read_answer(typed: str, accept: Sequence[str], wrong: Sequence[str], *, slip: bool) -> TypedPart:
    """Read typed text against the accepted and the foreseen wrong answers, first as it stands, then with less."""
    bare = without_aside(typed, accept, wrong)
    for text in dict.fromkeys((typed, bare)):
        part = read_plainly(text, accept, wrong, slip=slip)
        if part != TypedPart():
            return part
    return read_name(bare, accept, wrong, slip=slip)
