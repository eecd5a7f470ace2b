"""When something was answered, as records write it."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Literal

from quizapp.teaching.errors import RefusedEntry
from quizapp.teaching.local_times import FIRST_YEAR, LAST_YEAR, moment_of

MOST_AHEAD = timedelta(hours=14)
NOON = time(12)  # of a day without a time
SlashedDates = Literal["", "day-first", "month-first"]
CLOCK = r"(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?)?"
OFFSET = r"\s*(Z|[+-]\d{2}:?\d{2})?"
ISO = re.compile(rf"(\d{{4}})-(\d{{2}})-(\d{{2}}){CLOCK}{OFFSET}", re.I)
DOTTED = re.compile(rf"(\d{{1,2}})\.\s?(\d{{1,2}})\.\s?(\d{{4}}),?{CLOCK}")
SLASHED = re.compile(rf"(\d{{1,2}})/(\d{{1,2}})/(\d{{4}}),?{CLOCK}\s*([AP]M)?", re.I)


class NoMoment(ValueError):
    """The text is no moment; the message says why, and `fix` what to do."""

    def __init__(self, message: str, fix: str) -> None:
        super().__init__(message)
        self.fix = fix


WRITE = "Write it as 2026-03-05 or 2026-03-05 10:30; a cell without a date has no place in a record."


def read_moment(text: str, *, zone: str, slashed: SlashedDates = "", now: datetime) -> datetime:
    """Return a moment in UTC; a time without an offset is a clock's in the zone, a day without a time its noon.

    NoMoment for what is none, was skipped by the clocks, or has yet to come.
    """
    moment = _read(text, zone, slashed)
    if moment > now:
        raise NoMoment(f"“{text}” has yet to come.", "Write when it was answered.")
    return moment


def _read(text: str, zone: str, slashed: SlashedDates) -> datetime:
    if found := ISO.fullmatch(text):
        year, month, day, *clock, offset = found.groups()
        return _moment(text, (year, month, day), _clock(text, clock), offset, zone)
    if found := DOTTED.fullmatch(text):
        day, month, year, *clock = found.groups()
        return _moment(text, (year, month, day), _clock(text, clock), None, zone)
    if found := SLASHED.fullmatch(text):
        if not slashed:
            fix = "Write it as 2026-03-05, or say how all of them are meant by --dates day-first or month-first."
            raise NoMoment(f"“{text}” may mean two days.", fix)
        first, second, year, *clock, half = found.groups()
        day, month = (first, second) if slashed == "day-first" else (second, first)
        return _moment(text, (year, month, day), _clock(text, clock, half), None, zone)
    raise NoMoment(f"“{text}” is no date." if text else "There is no date.", WRITE)


def _clock(text: str, parts: list[str | None], half: str | None = None) -> time:
    if parts[0] is None:
        return NOON
    hour, minute, second = (int(part or 0) for part in parts)
    if half:
        hour = hour % 12 + (12 if half.upper() == "PM" else 0)
    try:
        return time(hour, minute, second)
    except ValueError:
        raise NoMoment(f"There is no such time as in “{text}”.", WRITE) from None


def _moment(text: str, day: tuple[str, str, str], at: time, offset: str | None, zone: str) -> datetime:
    try:
        on = date(*map(int, day))
    except ValueError:
        raise NoMoment(f"There is no such day as in “{text}”.", WRITE) from None
    if offset and FIRST_YEAR <= on.year <= LAST_YEAR:
        return datetime.combine(on, at, _offset(text, offset)).astimezone(UTC)
    try:
        return moment_of(on, at, zone, field="when")
    except RefusedEntry as refusal:
        raise NoMoment(f"“{text}” cannot be.", str(refusal)) from None


def _offset(text: str, offset: str) -> timezone:
    if offset in "Zz":
        return UTC
    sign, digits = (-1 if offset[0] == "-" else 1), offset[1:].replace(":", "")
    ahead = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    if ahead > MOST_AHEAD:
        raise NoMoment(f"No clocks are so far from UTC as in “{text}”.", WRITE)
    return timezone(sign * ahead)
