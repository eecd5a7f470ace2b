"""Names of more than one word: with initials, or by the last word alone."""

from __future__ import annotations

from collections.abc import Iterable

from .folding import Words, forms, say_the_same


def is_initialled(typed: Words, form: Words) -> bool:
    """Whether the words are those of the form but for one or more initials: "V. Molotov", "N. Korea"."""
    if len(typed) != len(form) or len(form) < 2 or typed[-1] != form[-1]:
        return False
    pairs = list(zip(typed, form, strict=True))
    return all(mine == word or (len(mine) == 1 and mine.isalpha() and word[0] == mine) for mine, word in pairs)


def initials_fit(typed: str, form: str) -> bool:
    """Whether the text is the form with initials for its first words."""
    return any(is_initialled(mine, words) for mine in forms(typed) for words in forms(form))


def last_name(text: str) -> str | None:
    """The last word of a name of several words; None if the text is no such name."""
    words = text.split()
    return words[-1] if len(words) > 1 and words[-1][0].isupper() else None


def last_names(texts: Iterable[str], accept: Iterable[str]) -> list[str | None]:
    """For each foreseen wrong answer its last name, unless an accepted answer bears it too."""
    taken = [name for name in (last_name(form) or form for form in accept) if name]
    names = [last_name(text) for text in texts]
    return [None if name and any(say_the_same(name, other) for other in taken) else name for name in names]
