"""Dates as people write them.

In figures alone ("5/4/1949", "5.4.1949") a date is read day first and month first, and either reading may be right:
nobody can tell which was meant, so the doubt is the student's. A year in two figures is of the century asked about.
A day of the week is ignored. A month may have a slip in it; figures may not.
"""

from __future__ import annotations

from dataclasses import dataclass

from quizapp.core.kinds.partial_date import PartialDate

from .date_words import DateWords, Figure, date_words
from .errors import UnreadableAnswer

EXAMPLES = (PartialDate(1969, 7, 20), PartialDate(1989, 11, 9))
ASKED = {
    "day": "Write a date with day, month and year, for example {}.",
    "month": "Write a month and its year, for example {}.",
    "year": "Write a year, for example {}.",
}

Draft = tuple[Figure, int | None, int | None]


@dataclass(frozen=True, slots=True)
class DateReading:
    """The dates a text may mean, and whether a slip in the month's name was forgiven."""

    dates: tuple[PartialDate, ...]
    slip: bool


def reduced(date: PartialDate, precision: str) -> PartialDate:
    """The date to the day, the month or the year."""
    month = None if precision == "year" else date.month
    return PartialDate(date.year, month, date.day if precision == "day" else None)


def date_wanted(key: PartialDate) -> str:
    """The sentence that asks for a date as exact as the key, with an example that is not the key."""
    example = next(date for date in EXAMPLES if date.year != key.year)
    return ASKED[key.precision].format(reduced(example, key.precision).written())


def with_month(month: int, figures: tuple[Figure, ...]) -> list[Draft]:
    """The readings of a month's name with one or two figures."""
    if len(figures) == 1:
        year = figures[0]
        return [(year, month, None)] if year.may_be_year() and not year.may_be_day() else []
    if len(figures) != 2:
        return []
    first, second = figures
    if first.may_be_day() and second.may_be_year():
        return [(second, month, first.value)]
    return [(first, month, second.value)] if first.may_be_year() and second.may_be_day() else []


def one_figure(year: Figure) -> list[Draft]:
    """The readings of one figure: a year, or a date in eight figures."""
    if year.length == 8 and not year.ordinal:
        head, rest = divmod(year.value, 10_000)
        return [(Figure(head, 4), *divmod(rest, 100))]
    return [(year, None, None)] if year.may_be_year() else []


def two_figures(first: Figure, second: Figure) -> list[Draft]:
    """The readings of a month and a year in figures."""
    if first.may_be_month() and second.may_be_year() and not second.may_be_day():
        return [(second, first.value, None)]
    return [(first, second.value, None)] if first.is_long_year() and second.may_be_month() else []


def three_figures(first: Figure, second: Figure, third: Figure) -> list[Draft]:
    """The readings of day, month and year in figures: year first, else day first and month first."""
    if first.is_long_year() and second.may_be_month() and third.may_be_day():
        return [(first, second.value, third.value)]
    if not third.may_be_year():
        return []
    orders = [(first, second), (second, first)]
    return [(third, month.value, day.value) for day, month in orders if month.may_be_month() and day.may_be_day()]


def drafts_of(words: DateWords) -> list[Draft]:
    """Every way to read the months and figures of a text."""
    if words.strange or len(words.months) > 1:
        return []
    if words.months:
        return with_month(words.months[0], words.figures)
    match words.figures:
        case (year,):
            return one_figure(year)
        case (first, second):
            return two_figures(first, second)
        case (first, second, third):
            return three_figures(first, second, third)
    return []


def real_date(draft: Draft, century: int) -> PartialDate | None:
    """The date a reading gives, or None if there is no such day."""
    year, month, day = draft
    try:
        return PartialDate(century + year.value if year.length == 2 else year.value, month, day)
    except ValueError:
        return None


def read_date(text: str, key: PartialDate, *, slip: bool = True) -> DateReading:
    """Read a date for a question with this key; UnreadableAnswer, whose words do not hang on the key being met."""
    words = date_words(text, slip=slip)
    drafts = drafts_of(words)
    if not drafts:
        raise UnreadableAnswer(date_wanted(key))
    found = [real_date(draft, key.year - key.year % 100) for draft in drafts]
    dates = tuple(dict.fromkeys(date for date in found if date))
    if not dates:
        raise UnreadableAnswer(f"That day is in no calendar. {date_wanted(key)}")
    return DateReading(dates, words.slip)


def is_exact_enough(date: PartialDate, key: PartialDate) -> bool:
    """Whether a date names all that the key does."""
    return (date.month is not None or key.month is None) and (date.day is not None or key.day is None)


def read_full_date(text: str, key: PartialDate) -> DateReading:
    """Read a date at least as exact as the key; UnreadableAnswer asks for what is missing."""
    reading = read_date(text, key)
    if not any(is_exact_enough(date, key) for date in reading.dates):
        raise UnreadableAnswer(date_wanted(key))
    return reading
