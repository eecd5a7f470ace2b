from __future__ import annotations

from statistics import quantiles

from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.statistics.minutes import minutes


def test_nobody() -> None:
    assert minutes({}) is None


def test_seven() -> None:
    found = minutes({4: 2, 6: 3, 9: 1, 40: 1})
    assert found is not None
    assert (found.n, found.lower, found.median, found.upper) == (7, 5, 6, 8)
    assert not found.is_enough
    assert [(one.begins, one.ends, one.count) for one in found.bins if one.count] == [
        (0, 5, 2),
        (5, 10, 4),
        (40, 45, 1),
    ]


@given(st.lists(st.integers(0, 5000), min_size=2, max_size=60))
def test_as_the_standard_library_has_it(values: list[int]) -> None:
    found = minutes({value: values.count(value) for value in values})
    assert found is not None
    for mine, theirs in zip(
        (found.lower, found.median, found.upper), quantiles(values, n=4, method="inclusive"), strict=True
    ):
        assert abs(mine - theirs) <= 0.5
    assert sum(one.count for one in found.bins) == len(values)
    assert len(found.bins) <= 12
    assert all(one.begins < one.ends for one in found.bins)
