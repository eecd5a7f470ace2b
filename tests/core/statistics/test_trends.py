import pytest

from quizapp.core.statistics.trends import average


@pytest.mark.parametrize(("percents", "shown"), [([], None), ([50], 50), ([50, 51], 51), ([0, 0, 1], 0)])
def test_average(percents: list[int], shown: int | None) -> None:
    assert average(percents) == shown
