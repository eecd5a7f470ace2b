"""The months and figures in a text that should be a date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from quizapp.core.kinds.folding import plain
from quizapp.core.kinds.partial_date import MONTHS

from .folding import REMEMBERED
from .number_words import ordinal_digits, read_phrase
from .slips import is_slip
from .word_lists import listed

MONTH_NUMBERS = {name.casefold(): number for number, name in enumerate(MONTHS, 1)}
SHORT_MONTHS = {name[:3]: number for name, number in MONTH_NUMBERS.items()} | {"sept": 9}
WEEKDAYS = frozenset(
    listed("monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun")
)
FILLERS = WEEKDAYS | frozenset(
    listed(
        "it its is was on in the of at a an year month day date during around about circa ca c approximately roughly "
        "exactly ad d ce i think believe answer that this st nd rd th"
    )
)
TOKENS = re.compile(r"\d+(?:st|nd|rd|th)\b|(?<!\w)['\u2018\u2019]\d\d\b|\d+|[^\W\d_]+")
YEAR_WITH_COMMA = re.compile(r"(?<![\d.,])(\d),(\d{3})(?![\d.,])")
QUOTES = frozenset("'\"\u2018\u2019\u201c\u201d")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a date: its value, its length in figures, and what its writing says of it."""

    value: int
    length: int
    ordinal: bool = False
    spelled: bool = False
    short_year: bool = False

    def is_long_year(self) -> bool:
        """A year that can be nothing else."""
        return not self.ordinal and 3 <= self.length <= 4

    def may_be_year(self) -> bool:
        """A year in full or in its last two figures."""
        return self.is_long_year() or (not self.ordinal and self.length == 2)

    def may_be_day(self) -> bool:
        """A day of some month."""
        return self.length <= 2 and 1 <= self.value <= 31 and not self.short_year

    def may_be_month(self) -> bool:
        """A month in figures."""
        return self.may_be_day() and not self.ordinal and self.value <= 12


@dataclass(frozen=True, slots=True)
class DateWords:
    """The months named in a text, the figures in it, the words of neither sort, and whether a slip was forgiven."""

    months: tuple[int, ...]
    figures: tuple[Figure, ...]
    strange: tuple[str, ...]
    slip: bool


def month_of(word: str, *, slip: bool) -> tuple[int, bool] | None:
    """The month a word names, and whether only by a slip; None if it names none."""
    number = MONTH_NUMBERS.get(word) or SHORT_MONTHS.get(word)
    if number:
        return number, False
    near = [value for name, value in MONTH_NUMBERS.items() if slip and len(name) >= 5 and is_slip(word, name)]
    return (near[0], True) if len(near) == 1 else None


def figure_at(words: list[str], place: int) -> tuple[Figure, int] | None:
    """The number that begins at a word, in figures or in words, and how many words it takes."""
    word = words[place]
    if word[0].isdecimal():
        figures = ordinal_digits(word)
        return Figure(int(figures or word), len(figures or word), ordinal=bool(figures)), 1
    if word[1:].isdecimal():
        return Figure(int(word[1:]), 2, short_year=True), 1
    phrase, used = read_phrase(words, place)
    value = int(phrase.value)
    return (Figure(value, len(str(value)), phrase.ordinal, spelled=True), used) if used else None


def joins_year(first: Figure, second: Figure) -> bool:
    """Whether two numbers in words are the halves of a year: nineteen, forty-nine."""
    plain_words = first.spelled and second.spelled and not first.ordinal and not second.ordinal
    return plain_words and 10 <= first.value <= 20 and 10 <= second.value <= 99


def add_figure(figures: list[Figure], new: Figure) -> None:
    """Add a number, or join it to the half year before it."""
    if figures and joins_year(figures[-1], new):
        new = Figure(figures.pop().value * 100 + new.value, 4)
    figures.append(new)


def unquoted(text: str) -> str:
    """The text without quote marks round the whole of it; one at the start alone may mark a year, as in '49."""
    return text[1:-1] if len(text) > 2 and text[0] in QUOTES and text[-1] in QUOTES else text


@lru_cache(REMEMBERED)
def date_words(text: str, *, slip: bool) -> DateWords:
    """Sort the words of a text into months, figures and the rest."""
    words = TOKENS.findall(YEAR_WITH_COMMA.sub(r"\1\2", unquoted(plain(text).strip())))
    months: list[tuple[int, bool]] = []
    figures: list[Figure] = []
    strange: list[str] = []
    place = 0
    while place < len(words):
        step = 1
        if found := figure_at(words, place):
            add_figure(figures, found[0])
            step = found[1]
        elif words[place] not in FILLERS:
            month = month_of(words[place], slip=slip)
            months += [month] if month else []
            strange += [] if month else [words[place]]
        place += step
    return DateWords(tuple(m for m, _ in months), tuple(figures), tuple(strange), any(slipped for _, slipped in months))
