"""The lists of words and phrases that rules look for, kept together as data."""

import re
from functools import cache
from importlib.resources import files


@cache
def rows_of(name: str) -> dict[str, str]:
    """Return the rows of a data file, each by its name."""
    text = files("quizapp.core.generation.data").joinpath(name).read_text("utf-8")
    rows = (line.split(": ", 1) for line in text.splitlines() if line and not line.startswith("#"))
    return {row[0]: row[1] for row in rows}


@cache
def word_list(name: str) -> frozenset[str]:
    """Return the words of one list."""
    return frozenset(rows_of("word_lists.txt")[name].split())


@cache
def any_phrase(name: str) -> str:
    """Return a pattern that matches any phrase of one list."""
    phrases = sorted(rows_of("phrases.txt")[name].split("; "), key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(map(re.escape, phrases)) + ")"
