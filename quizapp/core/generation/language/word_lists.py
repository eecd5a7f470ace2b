"""The lists of words that rules look for, kept together as data."""

from functools import cache
from importlib.resources import files


@cache
def _lists() -> dict[str, frozenset[str]]:
    text = files("quizapp.core.generation.data").joinpath("word_lists.txt").read_text("utf-8")
    rows = (line.split(": ", 1) for line in text.splitlines() if line and not line.startswith("#"))
    return {name: frozenset(words.split()) for name, words in rows}


def word_list(name: str) -> frozenset[str]:
    """Return the words of one list."""
    return _lists()[name]
