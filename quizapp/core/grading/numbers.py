"""Numbers as people write them: "1,000", "twelve", "12 countries", "1.5 million", "a decade", "nearly five".

The text may say more than the number ("12 countries or so") as long as it holds just one, and no word that makes it
another, such as "over" or "not". A comma before three figures marks thousands; "1.000" is read both ways, and so is
"5m". A decade is ten where years are asked for. Figures are never forgiven a slip.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from quizapp.core.kinds.folding import plain, words_of

from .errors import UnreadableAnswer
from .figures import tokens_of, views
from .number_words import SCALES, is_figure, ordinal_digits, read_phrase
from .units import LARGER, measures_in, scale_of, worth
from .word_lists import listed

FILLERS = frozenset(
    listed(
        "it its is was were be there they the of a an in at on year number total about around approximately roughly "
        "nearly almost circa ca exactly i think believe answer that this only just all together altogether had have "
        "has and them"
    )
)
HEDGES = frozenset(
    listed(
        "not no non more less over under above below than least most fewer before after between or to up until "
        "till per minus without except versus"
    )
)
COMPARED = frozenset("<>≤≥≠±")
AND_A_HALF = re.compile(r"\b(?:an?|one|1) ([^\W\d_]+) and a half\b")
# Fillers of several words, some of which alone would be hedges.
PHRASES = re.compile(r"\b(?:or so|or thereabouts|more or less|give or take|(?:close|near) to)\b")
NOUGHT = Decimal(0)
ALONE = {
    "none": NOUGHT,
    "nil": NOUGHT,
    "nought": NOUGHT,
    "naught": NOUGHT,
    "dozen": Decimal(12),
    "half": Decimal("0.5"),
}
IMPLIED = dict.fromkeys(LARGER, Decimal(1)) | {"score": Decimal(20)}
PARTS = {"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5} | {
    "sixth": 6, "sixths": 6, "eighth": 8, "eighths": 8, "tenth": 10, "tenths": 10,
}  # fmt: skip
TIMES = {"dozen": 12, "score": 20, "k": 10**3, "mn": 10**6, "mio": 10**6, "bn": 10**9, "tn": 10**12} | SCALES
MILLION = 10**6


@dataclass(frozen=True, slots=True)
class NumberReading:
    """The values a text may mean, and the words beside the number that are not mere filling.

    It may be an ordinal ("third"), or implied by a measure alone ("a decade").
    """

    values: frozenset[Decimal]
    words: tuple[str, ...]
    ordinal: bool = False
    implied: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A number among the tokens: its value, how many tokens it takes, and whether it is an ordinal."""

    value: Decimal
    used: int
    ordinal: bool = False


def base_at(tokens: list[str], place: int) -> Found | None:
    """The number in figures or words that begins here."""
    word = tokens[place]
    if figures := ordinal_digits(word):
        return Found(Decimal(figures), 1, ordinal=True)
    if tokens[place + 1 : place + 2] == ["/"]:
        below = Decimal(tokens[place + 2])
        return Found(Decimal(word) / below, 3) if below else None
    if word in ALONE:
        return Found(ALONE[word], 1)
    phrase, used = read_phrase(tokens, place)
    if used == 1 and is_figure(word):
        return Found(Decimal(word), 1)  # not through sums, which round numbers of more than 28 figures
    return Found(phrase.value, used, phrase.ordinal) if used else None


def part_at(tokens: list[str], place: int) -> Found | None:
    """A part of one that is named: "a third", "three quarters", "one half"."""
    if tokens[place] in {"a", "an"}:
        above: Found | None = Found(Decimal(1), 1)
    else:
        above = base_at(tokens, place)
    after = tokens[place + above.used :][:1] if above and not above.ordinal else []
    return Found(above.value / PARTS[after[0]], above.used + 1) if above and after and after[0] in PARTS else None


def number_at(tokens: list[str], place: int) -> Found | None:
    """The whole number that begins here, with its half, its fraction and its dozen or million."""
    start = place + (tokens[place] in {"-", "minus", "negative"})
    base = None if start >= len(tokens) else part_at(tokens, start) or base_at(tokens, start)
    if not base:
        return None
    value, end = base.value, start + base.used
    if tokens[end : end + 3] == ["and", "a", "half"]:
        value, end = value + ALONE["half"], end + 3
    elif tokens[end + 1 : end + 2] == ["/"] and (fraction := base_at(tokens, end)):
        value, end = value + fraction.value, end + 3
    if tokens[end : end + 1] == ["a"] and tokens[end + 1 : end + 2] and tokens[end + 1] in TIMES:
        end += 1
    if tokens[end : end + 1] and tokens[end] in TIMES:
        value, end = value * TIMES[tokens[end]], end + 1
    return Found(value.copy_negate() if start > place else value, end - place, base.ordinal)


def read_view(tokens: list[str]) -> NumberReading | None:
    """The one number among the tokens and the words beside it, or None if there is not just one."""
    values: set[Decimal] = set()
    words: list[str] = []
    ordinal = False
    place = 0
    while place < len(tokens):
        found = None if words_second(tokens, place) else number_at(tokens, place)
        if found:
            values.add(found.value)
            ordinal = ordinal or found.ordinal
        elif tokens[place] not in FILLERS:
            words.append(tokens[place])
        place += found.used if found else 1
    implied = not values  # "a score" is twenty, but "a score of 5" is five
    values = values or {IMPLIED[word] for word in words if word in IMPLIED}
    clear = len(values) == 1 and not HEDGES & set(words) and not any(map(is_figure, words))
    return NumberReading(frozenset(values), tuple(words), ordinal, implied) if clear else None


def words_second(tokens: list[str], place: int) -> bool:
    """Whether this is the second that time is measured in: "1 second"."""
    return tokens[place] == "second" and place > 0 and (is_figure(tokens[place - 1]) or tokens[place - 1] == "one")


def number_wanted(unit: str, key: Decimal) -> str:
    """The sentence that asks for a number, with an example that is not the key."""
    counted = f" ({unit})" if unit else ""
    return f"Write one number{counted}, for example {25 if key == 7 else 7}."


def without_unit(text: str, unit: str) -> str:
    """The text without the unit, which may hold figures of its own."""
    folded = plain(unit).strip()
    return plain(text).replace(folded, " ", 1) if folded else text


def in_unit(reading: NumberReading, unit: str) -> int:
    """How many of the unit the measure named is: ten for a decade where years are asked for, 1 for most."""
    named = measures_in(reading.words)
    return worth(next(iter(named)), unit) if len(named) == 1 and not reading.ordinal else 1


def values_of(reading: NumberReading, unit: str) -> frozenset[Decimal]:
    """What the reading comes to in the unit: "12 million" is 12 where millions are asked for."""
    values, count, scale = set(reading.values), in_unit(reading, unit), scale_of(unit)
    if count > 1:
        values = {value * count for value in values}
    if "m" in reading.words and "metre" not in measures_in(words_of(unit)):
        values |= {value * MILLION for value in reading.values}
    return frozenset(values | {value / scale for value in values if scale > 1})


def counts_other(reading: NumberReading, unit: str) -> bool:
    """Whether the text names a measure other than the one asked for; beside a figure any will do without a unit."""
    measures = measures_in(word for word in reading.words if word != "m")
    if not unit:
        return bool(measures) and reading.implied
    return bool(measures) and not measures & measures_in(words_of(unit)) and in_unit(reading, unit) == 1


def readings_of(text: str) -> list[NumberReading]:
    """Every way to read a text as one number."""
    if COMPARED & set(text):
        return []
    bare = [AND_A_HALF.sub(r"1.5 \1", PHRASES.sub(" ", view)) for view in views(text)]
    return [reading for view in bare if (reading := read_view(tokens_of(view)))]


def read_number(text: str, unit: str = "", key: Decimal = Decimal(0)) -> frozenset[Decimal]:
    """The values a text may mean in the unit asked for; UnreadableAnswer says what to write instead."""
    for candidate in dict.fromkeys((text, without_unit(text, unit))):
        readings = [reading for reading in readings_of(candidate) if not counts_other(reading, unit)]
        if readings:
            return frozenset[Decimal]().union(*(values_of(reading, unit) for reading in readings))
    raise UnreadableAnswer(number_wanted(unit, key))
