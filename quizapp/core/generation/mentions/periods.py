"""Centuries and decades, found by their form."""

import re

from quizapp.core.generation.mentions.mention import Mention

_CENTURY = re.compile(
    r"\b(?P<number>\d{1,2})(?:st|nd|rd|th)[ -](?=centur(?:y|ies)\b)"
    r"|\b(?P<word>[a-z]+th|first|second|third)[ -](?=century\b)"
)
_DECADE = re.compile(r"\b(?P<decade>1[0-9]{2}0|20[0-3]0)s\b")
_WORDS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
]


def find_periods(text: str) -> list[Mention]:
    """Return the centuries ('18th', the word 'century' stays outside) and decades ('1620s') of a text."""
    found = []
    for match in _CENTURY.finditer(text):
        shown = match.group().rstrip(" -")
        number = int(match["number"]) if match["number"] else _WORDS.index(shown) + 1 if shown in _WORDS else 0
        if number:
            found.append(
                Mention(match.start(), match.start() + len(shown), shown, "period", "century", str(number), ("form",))
            )
    for match in _DECADE.finditer(text):
        found.append(Mention(match.start(), match.end(), match.group(), "period", "decade", match["decade"], ("form",)))
    return sorted(found, key=lambda mention: mention.start)


def shown_period(mention: Mention, number: int) -> str:
    """Write another century or decade as this one is written."""
    if mention.subsort == "decade":
        return f"{number}s"
    if mention.text[0].isdigit():
        ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        return f"{number}{ending}"
    return _WORDS[number - 1] if 0 < number <= len(_WORDS) else ""
