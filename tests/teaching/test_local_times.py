from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from quizapp.teaching.errors import RefusedEntry
from quizapp.teaching.local_times import FAR_DAY, local, moment_of

BERLIN, KATHMANDU, LORD_HOWE = "Europe/Berlin", "Asia/Kathmandu", "Australia/Lord_Howe"


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[misc]


@pytest.mark.parametrize(
    ("day", "at", "zone", "moment"),
    [
        (date(2026, 1, 15), time(14, 30), BERLIN, utc(2026, 1, 15, 13, 30)),
        (date(2026, 7, 15), time(14, 30), BERLIN, utc(2026, 7, 15, 12, 30)),
        (date(2026, 7, 15), time(0, 0), KATHMANDU, utc(2026, 7, 14, 18, 15)),
        (date(2026, 3, 29), time(1, 59), BERLIN, utc(2026, 3, 29, 0, 59)),
        (date(2026, 3, 29), time(3, 0), BERLIN, utc(2026, 3, 29, 1, 0)),
        # What comes twice is the first.
        (date(2026, 10, 25), time(2, 30), BERLIN, utc(2026, 10, 25, 0, 30)),
        (date(2026, 12, 31), time(23, 59), "UTC", utc(2026, 12, 31, 23, 59)),
    ],
)
def test_a_clocks_time_is_a_moment_and_back(day: date, at: time, zone: str, moment: datetime) -> None:
    assert moment_of(day, at, zone, field="due") == moment
    shown = local(moment, zone)
    assert (shown.date(), shown.time()) == (day, at)


@pytest.mark.parametrize(
    ("day", "at", "zone", "instead"),
    [
        (date(2026, 3, 29), time(2, 0), BERLIN, "03:00"),
        (date(2026, 3, 29), time(2, 59), BERLIN, "03:59"),
        (date(2026, 10, 4), time(2, 15), LORD_HOWE, "02:45"),
        (date(2011, 12, 30), time(12, 0), "Pacific/Apia", "12:00"),
    ],
)
def test_an_hour_that_the_clocks_leave_out_is_refused_in_words(day: date, at: time, zone: str, instead: str) -> None:
    with pytest.raises(RefusedEntry) as refusal:
        moment_of(day, at, zone, field="due_time")
    assert refusal.value.field == "due_time"
    assert f"There is no {at:%H:%M} on that day in {zone}" in str(refusal.value)
    assert f"Choose {instead}" in str(refusal.value)


@pytest.mark.parametrize("year", [1, 1999, 2101, 9999])
def test_a_day_far_away_is_refused_in_words(year: int) -> None:
    with pytest.raises(RefusedEntry, match=FAR_DAY):
        moment_of(date(year, 1, 1), time(0, 0), BERLIN, field="due")
