"""How well somebody knows what they know."""

from __future__ import annotations

import pytest

from quizapp.core.statistics.calibration import Said, judgement


def test_a_share_is_named_from_ten_answers_with_its_interval() -> None:
    few, enough = Said(True, 9, 9), Said(True, 12, 9)
    assert (few.share, few.interval) == (None, None)
    assert enough.share == 0.75
    low, high = enough.interval or (0, 0)
    assert (round(low, 3), round(high, 3)) == (0.468, 0.911)


@pytest.mark.parametrize(
    ("sure", "unsure", "said"),
    [
        ((40, 15), (0, 0), "too sure"),
        ((20, 5), (0, 0), "too sure"),  # 11 to 47 %
        ((20, 12), (0, 0), ""),  # 39 to 78 %
        ((9, 0), (0, 0), ""),
        ((40, 36), (40, 39), "too doubtful"),
        ((40, 36), (40, 12), "sound"),
        ((40, 28), (40, 12), ""),  # 70 %, but it might well be 75
        ((0, 0), (0, 0), ""),
    ],
)
def test_only_what_chance_would_seldom_do_is_said(sure: tuple[int, int], unsure: tuple[int, int], said: str) -> None:
    assert judgement([Said(True, *sure), Said(False, *unsure), Said(None, 50, 10)]) == said
