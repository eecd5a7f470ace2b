import pytest

from quizapp.core.statistics.trends import average, direction


@pytest.mark.parametrize(
    ("percents", "way"),
    [
        ([], ""), ([50], ""), ([50, 60], "rising"), ([60, 50], "falling"), ([60, 64], "steady"), ([60, 65], "rising"),
        ([90, 10, 90], "steady"), ([40, 50, 0, 60, 70], "rising"),
    ],
)  # fmt: skip
def test_direction(percents: list[int], way: str) -> None:
    assert direction(percents) == way


@pytest.mark.parametrize(("percents", "shown"), [([], None), ([50], 50), ([50, 51], 51), ([0, 0, 1], 0)])
def test_average(percents: list[int], shown: int | None) -> None:
    assert average(percents) == shown
