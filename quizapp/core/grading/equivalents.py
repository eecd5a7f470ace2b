"""Whether two texts are one date or one number, written in two ways."""

from __future__ import annotations

from functools import lru_cache

from quizapp.core.kinds.folding import words_of
from quizapp.core.kinds.partial_date import PartialDate

from .date_words import DateWords, date_words
from .dates import read_date
from .errors import UnreadableAnswer
from .folding import REMEMBERED
from .numbers import NumberReading, number_at, readings_of
from .slips import singular
from .units import measures_in

ANY_CENTURY = PartialDate(1900)
YEARS = range(1000, 2200)
BESIDE = 2  # so many words may stand beside a bare number: "12 countries" for "12"


@lru_cache(REMEMBERED)
def date_meant(form: str) -> PartialDate | None:
    """The date an accepted form is: a month with its year in full, or a year alone."""
    words = date_words(form, slip=False)
    long_years = [figure.value for figure in words.figures if figure.is_long_year()]
    if len(long_years) != 1 or (len(words.figures) == 1 and not words.months and long_years[0] not in YEARS):
        return None
    try:
        dates = read_date(form, ANY_CENTURY, slip=False).dates
    except UnreadableAnswer:
        return None
    return dates[0] if len(dates) == 1 else None


def is_bare_short(words: DateWords) -> bool:
    """Whether the text has but two figures, as in 49, which may be anything."""
    return not words.months and [(figure.length, figure.short_year) for figure in words.figures] == [(2, False)]


def is_same_date(typed: str, form: str, *, slip: bool = False) -> bool:
    """Whether the text is the form's date, or an exacter one within it; bare figures such as 49 are no year here."""
    key = date_meant(form)
    words = date_words(typed, slip=slip)
    if not key or is_bare_short(words):
        return False
    try:
        return any(key.covers(date) for date in read_date(typed, key, slip=slip).dates)
    except UnreadableAnswer:
        return False


@lru_cache(REMEMBERED)
def counted(text: str) -> tuple[NumberReading, ...]:
    """The readings of a text as one number that is not an ordinal."""
    return tuple(reading for reading in readings_of(text) if not reading.ordinal)


@lru_cache(REMEMBERED)
def begins_with_number(form: str) -> bool:
    """Whether the form is a number and then its unit, not a name such as "Article 5" or "Seven Sisters"."""
    words = words_of(form)
    named = any(word[0].isupper() for word in form.split()[1:])
    return bool(words) and not named and number_at(words, 0) is not None


def may_stand_beside(words: tuple[str, ...], unit: tuple[str, ...]) -> bool:
    """Whether the words beside a typed number leave it the number meant."""
    if unit:
        return {singular(word) for word in words} <= {singular(word) for word in unit}
    return len(words) <= BESIDE and not measures_in(words)


def is_same_number(typed: str, form: str) -> bool:
    """Whether the text is the form's number, its unit left out or said otherwise."""
    if not begins_with_number(form):
        return False
    pairs = [(mine, right) for mine in counted(typed) for right in counted(form)]
    return any(mine.values & right.values and may_stand_beside(mine.words, right.words) for mine, right in pairs)
