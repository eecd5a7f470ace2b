"""Moments as a class's clock shows them, and back; hours that its clock leaves out are refused in words."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from quizapp.teaching.errors import RefusedEntry

FIRST_YEAR, LAST_YEAR = 2000, 2100
FAR_DAY = f"Choose a day between {FIRST_YEAR} and {LAST_YEAR}."
SKIPPED = (
    "There is no {at:%H:%M} on that day in {zone}: the clocks go forward over it. Choose {after:%H:%M}, for instance."
)


def local(moment: datetime, zone: str) -> datetime:
    """Return a moment as the clocks of a zone show it."""
    return moment.astimezone(ZoneInfo(zone))


def moment_of(day: date, at: time, zone: str, *, field: str) -> datetime:
    """Return the moment a zone's clocks show this; RefusedEntry where they never do. What comes twice is the first."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise RefusedEntry(field, FAR_DAY)
    shown = datetime.combine(day, at, ZoneInfo(zone))
    moment = shown.astimezone(UTC)
    after = moment.astimezone(ZoneInfo(zone))
    if after.replace(tzinfo=None) != shown.replace(tzinfo=None):
        raise RefusedEntry(field, SKIPPED.format(at=at, zone=zone, after=after))
    return moment
