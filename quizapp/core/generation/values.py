"""The dates and numbers that a piece of prose holds, as values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from quizapp.core.kinds import PartialDate
from quizapp.core.kinds.partial_date import MONTHS

MONTH_NUMBERS = {name.casefold(): number for number, name in enumerate(MONTHS, 1)}
MONTH_NUMBERS |= {name.casefold()[:3]: number for number, name in enumerate(MONTHS, 1)} | {"sept": 9}
MONTH = r"(?:" + "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True)) + r")\b\.?"
DAY = r"([0-3]?[0-9])(?:st|nd|rd|th)?"
YEAR = r"([12][0-9]{3})(?![0-9])"
ISO = re.compile(r"\b([12][0-9]{3})-([01][0-9])(?:-([0-3][0-9]))?\b")
DAY_FIRST = re.compile(rf"\b{DAY}(?: of)? ({MONTH})(?:,? of|,)? {YEAR}", re.IGNORECASE)
MONTH_FIRST = re.compile(rf"\b({MONTH}) {DAY}(?:,? of|,)? {YEAR}", re.IGNORECASE)
MONTHS_YEAR = re.compile(rf"\b({MONTH}(?:(?:, | and |, and | or |/){MONTH})*)(?:,? of|,)? {YEAR}", re.IGNORECASE)
YEAR_ALONE = re.compile(rf"(?<![0-9.,])\b{YEAR}(?![.,]?[0-9])")
DIGITS = re.compile(r"(?<![\w.,])-?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?!\w)|(?<![\w.,])[0-9]+(?:\.[0-9]+)?(?!\w)")
ORDINARY = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
ORDINARY += ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
TENS = {name: ten * 10 for ten, name in enumerate(["twenty", "thirty", "forty", "fifty"], 2)}
TENS |= {"sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
WORDS = {name: number for number, name in enumerate(ORDINARY)} | TENS
WORD_NUMBER = re.compile(
    rf"\b({'|'.join(TENS)})[- ]({'|'.join(ORDINARY[1:10])})\b|\b({'|'.join(WORDS)})\b", re.IGNORECASE
)
ONE_SPAN = re.compile(r"\ban? (?=(?:day|week|month|year|decade|century)\b)", re.IGNORECASE)
AROUND_DATE = re.compile(rf"{MONTH}|[0-9]|\b(?:of|the|in|on)\b|(?<=[0-9])(?:st|nd|rd|th)\b|[\s,./-]", re.IGNORECASE)


def find_dates(text: str) -> tuple[PartialDate, ...]:
    """Every date in a text, as exact as it is written there; "March and April 1952" holds two."""
    return tuple(dict.fromkeys(date for date in _dates(text) if date))


def find_numbers(text: str) -> tuple[Decimal, ...]:
    """Every number in a text, in digits or in words."""
    found = [Decimal(match[0].replace(",", "")) for match in DIGITS.finditer(text)]
    for match in WORD_NUMBER.finditer(text):
        tens, one, single = (part.casefold() if part else "" for part in match.groups())
        found.append(Decimal(WORDS[tens] + WORDS[one] if tens else WORDS[single]))
    return tuple(dict.fromkeys(found))


def _dates(text: str) -> Iterator[PartialDate | None]:
    for match in ISO.finditer(text):
        yield _date(match[1], match[2], match[3])
    for match in DAY_FIRST.finditer(text):
        yield _date(match[3], match[2], match[1])
    for match in MONTH_FIRST.finditer(text):
        yield _date(match[3], match[1], match[2])
    for match in MONTHS_YEAR.finditer(text):
        for month in re.findall(MONTH, match[1], re.IGNORECASE):
            yield _date(match[2], month, None)
    for match in YEAR_ALONE.finditer(text):
        yield _date(match[1], None, None)


def _date(year: str, month: str | None, day: str | None) -> PartialDate | None:
    word = month.strip(".").casefold() if month else ""
    number = int(word) if word.isdigit() else MONTH_NUMBERS.get(word)
    try:
        return PartialDate(int(year), number, int(day) if day else None)
    except ValueError:
        return None


def whole_date(text: str) -> PartialDate | None:
    """The date that a text is, when it is nothing else."""
    dates = find_dates(text)
    return max(dates, key=lambda date: len(date.iso())) if dates and not AROUND_DATE.sub("", text) else None


def whole_number(text: str) -> Decimal | None:
    """The number that a text is, with or without a unit after it."""
    numbers = find_numbers(ONE_SPAN.sub("1 ", text))
    begins = re.match(r"\s*(?:about |around )?(an? |[0-9]|" + "|".join(WORDS) + r")", text, re.IGNORECASE)
    return numbers[0] if len(numbers) == 1 and begins and len(text.split()) <= 3 else None
