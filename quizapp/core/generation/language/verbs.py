"""Base forms of verbs, so that 'founded' can become 'did ... found'."""

from functools import cache
from importlib.resources import files

from quizapp.core.generation.language.model import verb_bases


@cache
def _irregular() -> dict[str, str]:
    text = files("quizapp.core.generation.data").joinpath("irregular_verbs.txt").read_text("utf-8")
    rows = (line.split("|") for line in text.splitlines() if line and not line.startswith("#"))
    return {row[0]: row[1] for row in rows}


def base_of(past: str) -> str:
    """Return the base of a past form, or nothing where it is not sure."""
    word = past.lower()
    if word in _irregular():
        return _irregular()[word]
    if not word.endswith("ed"):
        return ""
    known = [base for base in _regular_guesses(word) if base in verb_bases()]
    return known[0] if known else _guess(word)


def _regular_guesses(word: str) -> list[str]:
    stem = word[:-2]
    guesses = [stem + "e", stem]
    if word.endswith("ied"):
        guesses.insert(0, word[:-3] + "y")
    if len(stem) > 3 and stem[-1] == stem[-2]:
        guesses.append(stem[:-1])
    return guesses


def _guess(word: str) -> str:
    """Return the base where the spelling leaves no choice, as in 'appealed' or 'televised'."""
    stem = word[:-2]
    if stem.endswith(("at", "is", "iz", "ur", "uc", "ibut", "v", "ag", "ang", "ut", "id", "in", "as")):
        return stem + "e" if stem.endswith(("at", "is", "iz", "ibut", "v", "uc")) else ""
    return (
        stem
        if stem.endswith(("ail", "eal", "ain", "eat", "ect", "ent", "end", "ish", "ort", "and", "alk", "ow"))
        else ""
    )
