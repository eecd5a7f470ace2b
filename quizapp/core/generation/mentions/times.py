"""Years and dates, found by their form."""

import re
from collections.abc import Iterator

from quizapp.core.generation.mentions.mention import Mention

_NAMES = "January February March April May June July August September October November December"
MONTHS = {name: number for number, name in enumerate(_NAMES.split(), 1)}
_MONTH = "(?P<month>" + "|".join(MONTHS) + ")"
_YEAR = r"(?P<year>1[0-9]{3}|20[0-4][0-9])"
_DAY = r"(?P<day>[12][0-9]|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_DATES = (
    re.compile(rf"\b{_DAY}(?: of)? {_MONTH},? (?:of )?{_YEAR}\b"),
    re.compile(rf"\b{_MONTH} {_DAY},? (?:of )?{_YEAR}\b"),
    re.compile(rf"\b{_MONTH},? (?:of )?{_YEAR}\b"),
)
_YEAR_ALONE = re.compile(r"(?<![\d.,/$£€:\-–—])\b([1-9][0-9]{2,3})\b(?![\d%°/:\-–—]|[.,]\d|s\b|th\b)")
_NOT_YEARS_AFTER = re.compile(
    r"\s*(?:AD|A\.D\.|BC|B\.C\.|BCE|CE|km|m|miles?|metres?|meters?|feet|ft|people|men|years|days|tons?|tonnes|kg|per|percent|million|billion|students|"
    r"schoolchildren|children|soldiers|troops|inhabitants|species|kilometers|kilometres|acres|hectares|square|degrees|census)\b"
)


def find_times(text: str) -> list[Mention]:
    """Return the dates and years of a text in order; a year inside a date is part of the date."""
    found = list(_dates(text))
    taken = {place for mention in found for place in range(mention.start, mention.end)}
    found += [mention for mention in _years(text) if mention.start not in taken]
    return sorted(found, key=lambda mention: mention.start)


def _dates(text: str) -> Iterator[Mention]:
    taken: set[int] = set()
    for pattern in _DATES:
        for match in pattern.finditer(text):
            if match.start() in taken or match.end() - 1 in taken:
                continue
            taken.update(range(match.start(), match.end()))
            yield _date_mention(match)


def _date_mention(match: "re.Match[str]") -> Mention:
    parts = match.groupdict()
    value = f"{int(parts['year']):04d}-{MONTHS[parts['month']]:02d}"
    day = parts.get("day")
    if day:
        value += f"-{int(day):02d}"
    sort = "date" if day else "month"
    return Mention(match.start(), match.end(), match.group(), sort, value=value, evidence=("form",))


def _years(text: str) -> Iterator[Mention]:
    for match in _YEAR_ALONE.finditer(text):
        year = int(match.group())
        if year > 2049 or _NOT_YEARS_AFTER.match(text, match.end()):
            continue
        before = text[: match.start()].rstrip().rsplit(" ", 1)[-1].lower() if match.start() else ""
        sure = before in {
            "in",
            "since",
            "until",
            "by",
            "from",
            "to",
            "of",
            "during",
            "around",
            "about",
            "before",
            "after",
            "and",
            "between",
            "early",
            "late",
        }
        if year >= 1000 or (sure and year >= 300):
            yield Mention(match.start(), match.end(), match.group(), "year", value=str(year), evidence=("form",))


def shown_date(value: str, *, american: bool = False) -> str:
    """Write an ISO date as '4 April 1949' (or 'April 4, 1949'), 'April 1949' or '1949'."""
    names = {number: name for name, number in MONTHS.items()}
    year, month, day = ([int(part) for part in value.split("-")] + [0, 0])[:3]
    if day and american:
        return f"{names[month]} {day}, {year}"
    return f"{f'{day} ' if day else ''}{f'{names[month]} ' if month else ''}{year}"
