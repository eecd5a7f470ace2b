"""A surname alone, written out as the one person who bears it; letters, as what the document spells them out to be."""

import re
from collections.abc import Set

from quizapp.core.generation.extraction.cleaning import Cleaned
from quizapp.core.generation.language.syntax import Syntax
from quizapp.core.generation.mentions.gazetteer import is_somebody_else
from quizapp.core.generation.mentions.names import find_names
from quizapp.core.generation.mentions.roster import Roster

_FIRM = re.compile(r"(?:, [A-Z]\w+)* & ")
_ARTICLE = re.compile(r"\b[Aa]n? $")


def with_full_names(cleaned: Cleaned, syntax: Syntax, roster: Roster, known: Set[str]) -> Cleaned:
    """Return the sentence with each surname written out once; the title's people stay as they are."""
    text, places = cleaned.text, cleaned.places
    for mention in reversed(find_names(syntax)):
        full = roster.full_names.get(mention.text, "")
        first = text.find(mention.text) == mention.start
        if (
            not full
            or is_somebody_else(mention.text, full)
            or full in text
            or not first
            or mention.text.lower() in known
            or _is_led(text, mention.start)
        ):
            continue
        firm = _FIRM.match(text[mention.end :])
        if firm or _is_of_many(syntax, mention.end) or _ARTICLE.search(text[: mention.start]):
            continue
        full = full if mention.start else full[0].upper() + full[1:]
        text = text[: mention.start] + full + text[mention.end :]
        spot = places[mention.start]
        places = (*places[: mention.start], *([spot] * len(full)), *places[mention.end :])
    return Cleaned(text, places, cleaned.cuts)


def _is_of_many(syntax: Syntax, end: int) -> bool:
    """Say whether a noun follows: 'the Miller brothers' and 'the Miller mine' are not one person's name."""
    after = next((k for k, token in enumerate(syntax.tokens) if token.start >= end), len(syntax))
    return after < len(syntax) and syntax.tags[after][0] == "N" and syntax.tokens[after].start == end + 1


def _is_led(text: str, start: int) -> bool:
    """Say whether a title, a first name or an initial stands before a surname."""
    before = text[:start].split()
    if not before or before[-1].endswith(","):
        return False
    return start > 0 and text[start - 1] == " " and (before[-1][0].isupper() and len(before) > 1)
