from __future__ import annotations

import pytest
from hypothesis import given

from quizapp.core.kinds import PartialDate
from tests.core.kinds.contents import partial_dates


@given(partial_dates())
def test_a_date_comes_back_from_its_iso_text(date: PartialDate) -> None:
    assert PartialDate.from_iso(date.iso()) == date


@pytest.mark.parametrize(
    ("date", "iso", "written", "precision"),
    [
        (PartialDate(1949, 4, 4), "1949-04-04", "4 April 1949", "day"),
        (PartialDate(1952, 3), "1952-03", "March 1952", "month"),
        (PartialDate(476), "0476", "476", "year"),
    ],
)
def test_a_date_is_written(date: PartialDate, iso: str, written: str, precision: str) -> None:
    assert (date.iso(), date.written(), date.precision) == (iso, written, precision)


@pytest.mark.parametrize("parts", [(1949, 13), (1949, 0), (1949, 2, 29), (1949, 4, 0), (0,), (10000,), (1949, None, 4)])
def test_a_date_that_does_not_exist_is_refused(parts: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match=r"."):
        PartialDate(*parts)


@pytest.mark.parametrize("text", ["", "49", "1949-4-4", "1949-04-04T00:00", "1949-04-", "-1949", "١٩٤٩"])
def test_only_iso_text_is_read(text: str) -> None:
    with pytest.raises(ValueError, match="is not written as"):
        PartialDate.from_iso(text)


def test_a_date_covers_what_lies_within_it() -> None:
    year, month, day = PartialDate(1952), PartialDate(1952, 3), PartialDate(1952, 3, 10)
    assert [year.covers(date) for date in (year, month, day)] == [True, True, True]
    assert [month.covers(date) for date in (year, month, day)] == [False, True, True]
    assert [day.covers(date) for date in (year, month, day)] == [False, False, True]
    assert not year.covers(PartialDate(1953, 3))
    assert not month.covers(PartialDate(1952, 4, 10))
    assert not day.covers(PartialDate(1952, 3, 11))
