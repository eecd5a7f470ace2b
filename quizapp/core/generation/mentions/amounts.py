"""Numbers with what they count."""

import re
from collections.abc import Sequence
from decimal import Decimal

from quizapp.core.generation.mentions.mention import Mention

WORDS = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ]
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_NUMBER = re.compile(
    r"(?<![\w.,/:\-–—+±])(?P<money>[$£€]\s?)?(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?P<scale> (?:hundred|thousand|million|billion|trillion))?"
    r"(?P<percent>\s?%|\s(?:percent|per cent)\b)?(?![\w/:\-–—°]|[.,]\d)"
)
_WORD = re.compile(
    r"\b(?P<word>"
    + "|".join(sorted(WORDS, key=len, reverse=True))
    + r")(?P<scale> (?:hundred|thousand|million|billion))?\b",
    re.IGNORECASE,
)


def find_amounts(text: str, times: Sequence[Mention]) -> list[Mention]:
    """Return the numbers of a text that are no part of a date or year."""
    taken = {place for mention in times for place in range(mention.start, mention.end)}
    found = [_amount(match) for match in _NUMBER.finditer(text) if match.start("digits") not in taken]
    found += [_word_amount(match) for match in _WORD.finditer(text) if match.start() == 0 or match.group()[0].islower()]
    return sorted(found, key=lambda mention: mention.start)


def _amount(match: "re.Match[str]") -> Mention:
    value = Decimal(match["digits"].replace(",", ""))
    subsort = "money" if match["money"] else "percent" if match["percent"] else "count"
    end = match.start("percent") if match["percent"] else match.end()
    start = match.start("digits")
    text = match.string[start:end]
    if match["scale"]:
        value *= _SCALES[match["scale"].strip()]
    return Mention(start, end, text, "number", subsort, _plain(value), ("form",))


def _plain(value: Decimal) -> str:
    return f"{value:f}".rstrip("0").rstrip(".") if "." in f"{value:f}" else f"{value:f}"


def _word_amount(match: "re.Match[str]") -> Mention:
    value = Decimal(WORDS[match["word"].lower()])
    if match["scale"]:
        value *= _SCALES[match["scale"].strip()]
    return Mention(match.start(), match.end(), match.group(), "number", "count", _plain(value), ("form",))
