from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from sqlalchemy.dialects import postgresql, sqlite

from quizapp.storage.base import Points, UTCDateTime

SQLITE, POSTGRES = sqlite.dialect(), postgresql.dialect()


@pytest.mark.parametrize("dialect", [SQLITE, POSTGRES])
def test_a_moment_comes_back_in_utc(dialect: object) -> None:
    moment = datetime(2026, 3, 1, 12, tzinfo=timezone(timedelta(hours=5)))
    kind = UTCDateTime()
    stored = kind.process_bind_param(moment, dialect)
    assert kind.process_result_value(stored, dialect) == datetime(2026, 3, 1, 7, tzinfo=UTC)


def test_a_naive_time_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        UTCDateTime().process_bind_param(datetime(2026, 3, 1), SQLITE)


def test_points_are_exact_to_four_places() -> None:
    kind = Points()
    stored = kind.process_bind_param(Decimal(1) / 3, SQLITE)
    assert stored == 3333
    assert kind.process_result_value(stored, SQLITE) == Decimal("0.3333")
