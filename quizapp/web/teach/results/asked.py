"""What an address of results asks for: which attempts count, and between which days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TypeVar, get_args
from zoneinfo import ZoneInfo

from flask import abort, request

from quizapp.history.queries import Which
from quizapp.history.queries.gradebook import Counts
from quizapp.history.queries.within import EVER, Within
from quizapp.teaching.local_times import FIRST_YEAR, LAST_YEAR
from quizapp.web.errors import error_page

WAYS: tuple[Which, ...] = get_args(Which)
COUNTS: tuple[Counts, ...] = get_args(Counts)
FORMATS = ("%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y")
STRANGE_DAY = "“{}” is not a day. Write year, month, day: 2026-03-31."
FAR_DAY = f"Choose a day between {FIRST_YEAR} and {LAST_YEAR}, or leave it empty."
REVERSED = "This day lies before the first one. Swap the two, or leave one empty."
UNREAD = "Nothing is shown until both days can be read."
TURNED = "Nothing is shown: the first day is after the last."
NO_SHEET = "No file was made. {} Go back and choose the days anew."
LONGEST = 40  # characters that are shown again
T = TypeVar("T", bound=str)


@dataclass(frozen=True, slots=True)
class Days:
    """The days between which attempts count, as they were typed, with what is wrong with them."""

    since: str
    until: str
    zone: str
    within: Within
    since_error: str = ""
    until_error: str = ""

    @property
    def is_refused(self) -> bool:
        """Whether they cannot be read, or none lies between them, so that nothing can be shown."""
        return bool(self.since_error or self.until_error)

    @property
    def why_nothing(self) -> str:
        """Say why nothing can be shown; empty where something can."""
        return "" if not self.is_refused else TURNED if self.until_error == REVERSED else UNREAD

    @property
    def args(self) -> dict[str, str]:
        """Return what stands of them in an address."""
        return {name: text for name, text in (("from", self.since), ("to", self.until)) if text}


def days_asked(zone: str) -> Days:
    """Read the days of an address by the calendar of a zone; both of them are within."""
    since, until = (request.args.get(name, "").strip()[:LONGEST] for name in ("from", "to"))
    first, first_error = _day(since)
    last, last_error = _day(until)
    if first and last and last < first:
        last_error = REVERSED
    if first_error or last_error:
        return Days(since, until, zone, EVER, first_error, last_error)
    ends = _midnight(last + timedelta(days=1), zone) if last else None
    within = Within(_midnight(first, zone) if first else None, ends)
    return Days(first.isoformat() if first else "", last.isoformat() if last else "", zone, within)


def within_asked(zone: str) -> Within:
    """Return the days that the address of a file asks for; 400 where they are refused, since a file says no reason."""
    days = days_asked(zone)
    if days.is_refused:
        why = TURNED.partition(": ")[2] if days.until_error == REVERSED else days.since_error or days.until_error
        abort(error_page(400, advice=NO_SHEET.format(why[:1].upper() + why[1:])))
    return days.within


def which_asked() -> Which:
    """Return which attempts the address asks for; the first of each learner unless it says another."""
    return _one_of(WAYS, "which", "first")


def counts_asked() -> Counts:
    """Return which of several attempts counts; the best unless the address says another."""
    return _one_of(COUNTS, "counts", "best")


def _one_of(ways: tuple[T, ...], name: str, otherwise: T) -> T:
    asked = request.args.get(name, "")
    return next((way for way in ways if way == asked), otherwise)


def _day(text: str) -> tuple[date | None, str]:
    if not text:
        return None, ""
    for shape in FORMATS:
        try:
            found = datetime.strptime(text, shape).replace(tzinfo=UTC).date()
        except ValueError:
            continue
        return (found, "") if FIRST_YEAR <= found.year <= LAST_YEAR else (None, FAR_DAY)
    return None, STRANGE_DAY.format(text)


def _midnight(day: date, zone: str) -> datetime:
    """The moment a day begins; where the clocks leave midnight out, when they go on."""
    return datetime.combine(day, time(0), ZoneInfo(zone)).astimezone(UTC)
