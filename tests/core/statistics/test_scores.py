from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.statistics.scores import is_passed, percent


@pytest.mark.parametrize(
    ("points", "out_of", "shown"),
    [
        ("0", "3", 0), ("2", "3", 67), ("1", "3", 33), ("3", "3", 100), ("1", "8", 13),
        ("199.5", "200", 99), ("0.0001", "200", 1), ("0", "0", 0),
    ],
)  # fmt: skip
def test_percent(points: str, out_of: str, shown: int) -> None:
    assert percent(Decimal(points), Decimal(out_of)) == shown


@given(st.integers(0, 500), st.integers(1, 500))
def test_percent_says_all_and_nothing_only_when_it_is_so(points: int, out_of: int) -> None:
    won = min(points, out_of)
    shown = percent(Decimal(won), Decimal(out_of))
    assert 0 <= shown <= 100
    assert (shown == 100) == (won == out_of)
    assert (shown == 0) == (won == 0)


def test_a_pass_mark_is_judged_on_the_percentage_as_shown() -> None:
    assert is_passed(Decimal("0.6"), Decimal(1), 60)
    assert not is_passed(Decimal("0.5949"), Decimal(1), 60)
    thirds = Decimal("0.3333") * 3
    assert percent(thirds, Decimal(2)) == 50
    assert is_passed(thirds, Decimal(2), 50)


def test_only_the_whole_passes_a_mark_of_100() -> None:
    assert not is_passed(Decimal("199.5"), Decimal(200), 100)
    assert is_passed(Decimal(200), Decimal(200), 100)
