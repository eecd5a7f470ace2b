"""What a number counts: measures under their many names."""

from __future__ import annotations

from collections.abc import Iterable

from quizapp.core.kinds.folding import words_of

from .number_words import SCALES
from .slips import singular
from .word_lists import listed

# One measure in a row, under every name it goes by.
MEASURES = (
    "percent pct", "dollar usd buck", "pound gbp quid lb", "euro eur", "cent", "penny pence", "rouble ruble",
    "millisecond ms", "second sec s", "minute min", "hour hr h", "day", "week wk", "fortnight", "month",
    "year yr", "decade", "century", "millennium", "degree deg",
    "millimetre millimeter mm", "centimetre centimeter cm", "metre meter m", "kilometre kilometer km",
    "mile mi", "yard yd", "foot feet ft", "inch",
    "milligram mg", "gram gramme g", "kilogram kilogramme kilo kg", "tonne ton t", "ounce oz",
    "litre liter l", "millilitre milliliter ml", "acre", "hectare ha",
    "volt", "watt w", "kilowatt kw", "megawatt mw", "joule j", "kelvin", "celsius", "fahrenheit",
)  # fmt: skip
CANONICAL = {name: listed(row)[0] for row in MEASURES for name in listed(row)}
PLURALS = {"centuries": "century", "inches": "inch", "millennia": "millennium", "pennies": "penny"}

# A larger measure of time, the one it is often given instead of, and how many of that it holds.
LARGER = {
    "week": ("day", 7), "fortnight": ("day", 14),
    "decade": ("year", 10), "century": ("year", 100), "millennium": ("year", 1000),
}  # fmt: skip


def measure_of(word: str) -> str | None:
    """The measure a word names, or None if it counts things."""
    return CANONICAL.get(word) or CANONICAL.get(PLURALS.get(word, singular(word)))


def measures_in(words: Iterable[str]) -> frozenset[str]:
    """The measures named among the words."""
    return frozenset(filter(None, map(measure_of, words)))


def worth(measure: str, unit: str) -> int:
    """How many of the unit one of a larger measure is: ten years a decade; 1 where they do not go together."""
    smaller, count = LARGER.get(measure, ("", 1))
    return count if smaller == measure_of(unit) else 1


def scale_of(unit: str) -> int:
    """By how much a unit such as "million people" multiplies the figure before it."""
    scale = 1
    for word in words_of(unit):
        scale *= SCALES.get(word, SCALES.get(word.removesuffix("s"), 1))
    return scale
