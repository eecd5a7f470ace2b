"""Whether a quote says a key: as words, or as the same date or number."""

from __future__ import annotations

from collections.abc import Iterable

from quizapp.core.generation.lint.words import says
from quizapp.core.generation.values import find_dates, find_numbers, whole_date, whole_number


def supports(quotes: Iterable[str], text: str) -> bool:
    """Whether one of the quotes says the text; dates and numbers count by value, not by writing."""
    return any(_says_value(quote, text) or says(quote, text) for quote in quotes)


def _says_value(quote: str, text: str) -> bool:
    date = whole_date(text)
    if date:
        return any(date.covers(found) for found in find_dates(quote))
    number = whole_number(text)
    return number is not None and number in find_numbers(quote)
