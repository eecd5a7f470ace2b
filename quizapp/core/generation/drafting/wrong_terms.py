"""Wrong answers for a term: other terms of the document that could be mistaken for it."""

import re

from quizapp.core.generation.drafting.setting import Setting

MOST = 3


def wrong_terms(term: str, said: str, setting: Setting) -> list[str]:
    """Return terms of the same head or make that the statement does not hold and that say something else."""
    present = {_stem(word) for word in re.findall(r"\w+", said.lower())}
    title = {_stem(word.lower()) for word in setting.title}
    shared = {_stem(word) for word in term.lower().split()[1:]}
    kept = []
    for other in setting.vocabulary.kin_of(term.lower()):
        words = {_stem(word) for word in re.findall(r"\w+", other)} - shared
        if not words & present and not words <= title:
            kept.append(other)
    kept.sort(key=lambda other: (-setting.vocabulary.counts[other], other))
    return sorted(_apart(kept)[:MOST])


def _apart(terms: list[str]) -> list[str]:
    """Return the terms without those that hold another, as 'direct democracy' holds 'democracy'."""
    return [term for term in terms if not any(other != term and other in term for other in terms)]


def _stem(word: str) -> str:
    return word.removesuffix("s")
