"""Moodle's formulas on examples worked by hand, and on thousands of learners whose abilities are known."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, sqrt
from random import Random
from statistics import correlation, fmean, pstdev, variance

import pytest

from quizapp.core.statistics.items import ItemFigures, ItemSums, item_figures
from quizapp.core.statistics.reliability import Reliability, reliability

Marks = Sequence[Sequence[float]]  # a row for each learner, a column for each question


def added_up(marks: Marks, place: int, out_of: float = 1.0) -> ItemSums:
    """The sums of one question, one attempt after another."""
    xs = [row[place] for row in marks]
    rs = [sum(row) - row[place] for row in marks]
    together = sum(x * r for x, r in zip(xs, rs, strict=True))
    in_order = sum(x * r for x, r in zip(sorted(xs), sorted(rs), strict=True))
    return ItemSums(
        len(xs), out_of, sum(xs), sum(x * x for x in xs), sum(rs), sum(r * r for r in rs), together, in_order
    )


def figures(marks: Marks, place: int, out_of: float = 1.0) -> ItemFigures:
    return item_figures(added_up(marks, place, out_of))


def trust(marks: Marks) -> Reliability:
    parts = [figures(marks, place).variance or 0.0 for place in range(len(marks[0]))]
    found = reliability(parts, variance([sum(row) for row in marks]), len(marks))
    assert found is not None
    return found


def test_moodles_own_example() -> None:
    """Three learners, three statements: what Moodle's statistics report is held to by its own acceptance test."""
    marks = [[1, 0, 0], [1, 1, 1], [0, 0, 0]]
    found = [figures(marks, place) for place in range(3)]
    assert [round(100 * (one.facility or 0), 2) for one in found] == [66.67, 33.33, 33.33]
    assert [round(100 * sqrt(one.variance or 0), 2) for one in found] == [57.74] * 3
    assert [round(100 * (one.discrimination or 0), 2) for one in found] == [50.00, 86.60, 86.60]


STAIRS = [[1, 1, 1], [1, 1, 0], [1, 0, 0], [0, 0, 0]]


def test_a_perfect_staircase() -> None:
    """Item variances 1/4, 1/3, 1/4; totals 3, 2, 1, 0 with variance 5/3.

    CIC = 3/2 * (1 - (5/6) / (5/3)) = 0.75; error ratio sqrt(1 - 0.75) = 0.5; standard error 0.5 * sqrt(5/3). The middle
    question: covariance 1/3 with the rests 2, 1, 1, 0, whose variance is 2/3, so r = (1/3) / sqrt(1/3 * 2/3).
    The first: covariance 1/4, variance of its rests 11/12, so r = (1/4) / sqrt(1/4 * 11/12). Nothing could discriminate
    better: every efficiency is 1.
    """
    found = [figures(STAIRS, place) for place in range(3)]
    assert [one.facility for one in found] == [0.75, 0.5, 0.25]
    assert [one.variance for one in found] == pytest.approx([1 / 4, 1 / 3, 1 / 4])
    wanted = [0.25 / sqrt(11 / 48), sqrt(1 / 2), 0.25 / sqrt(11 / 48)]
    assert [one.discrimination for one in found] == pytest.approx(wanted)
    assert [one.efficiency for one in found] == pytest.approx([1, 1, 1])
    assert (trust(STAIRS).alpha, trust(STAIRS).standard_error) == pytest.approx((0.75, 0.5 * sqrt(5 / 3)))


def test_half_as_telling_as_it_could_be() -> None:
    """Right for the first and the third of four with rests 3, 2, 1, 0: covariance 1/3 of at most 2/3."""
    found = figures([[1, 3], [0, 2], [1, 1], [0, 0]], 0)
    assert found.efficiency == pytest.approx(0.5)
    assert found.discrimination == pytest.approx(1 / sqrt(5))
    turned = figures([[0, 3], [0, 2], [1, 1], [1, 0]], 0)
    assert (turned.efficiency, turned.discrimination) == pytest.approx((-1, -2 / sqrt(5)))


def test_marks_in_parts() -> None:
    """Marks 2, 1, 1, 0 of 2 with rests 1, 1, 0, 0: covariance 1/3, variances 2/3 and 1/3."""
    found = figures([[2, 1], [1, 1], [1, 0], [0, 0]], 0, out_of=2.0)
    assert found.facility == 0.5
    assert found.discrimination == pytest.approx(1 / sqrt(2))
    assert found.efficiency == pytest.approx(1)


def test_questions_that_contradict_each_other_have_an_alpha_below_zero() -> None:
    """Item variances 1/3 each, totals 2, 1, 1, 2 with variance 1/3: CIC = 3/2 * (1 - 1 / (1/3)) = -3."""
    marks = [[1, 0, 1], [1, 0, 0], [0, 1, 0], [0, 1, 1]]
    assert trust(marks).alpha == pytest.approx(-3)
    assert trust(marks).standard_error > sqrt(1 / 3)


# --- thousands of learners whose abilities are known ---

LEARNERS, QUESTIONS = 4000, 15


def chances() -> list[list[float]]:
    """How likely each learner is to answer each question, by the Rasch model."""
    dice = Random(1905)
    hardness = [dice.gauss(0, 1) for _ in range(QUESTIONS)]
    abilities = [dice.gauss(0.3, 1) for _ in range(LEARNERS)]
    return [[1 / (1 + exp(hard - able)) for hard in hardness] for able in abilities]


def sitting(likely: Marks, seed: int) -> list[list[float]]:
    dice = Random(seed)
    return [[float(dice.random() < chance) for chance in row] for row in likely]


def test_thousands_of_learners_against_their_known_abilities() -> None:
    likely = chances()
    marks, again = sitting(likely, 1), sitting(likely, 2)
    totals, second = [sum(row) for row in marks], [sum(row) for row in again]
    for place in range(QUESTIONS):
        found = figures(marks, place)
        xs = [row[place] for row in marks]
        rests = [total - x for total, x in zip(totals, xs, strict=True)]
        assert found.discrimination == pytest.approx(correlation(xs, rests))
        assert found.efficiency == pytest.approx(correlation(xs, rests) / correlation(sorted(xs), sorted(rests)))
        assert found.facility is not None
        assert abs(found.facility - fmean(row[place] for row in likely)) < 0.03
    # What the same people reach in another sitting of the same quiz is what reliability foretells.
    assert trust(marks).alpha == pytest.approx(correlation(totals, second), abs=0.03)
    apart = [one - other for one, other in zip(totals, second, strict=True)]
    assert trust(marks).standard_error == pytest.approx(pstdev(apart) / sqrt(2), rel=0.03)


def test_the_interval_holds_the_truth_as_often_as_it_says() -> None:
    likely = chances()
    held = 0
    for start in range(0, LEARNERS, 40):
        group = likely[start : start + 40]
        marks = sitting(group, start)
        for place in range(QUESTIONS):
            found = figures(marks, place)
            assert found.low is not None
            assert found.high is not None
            held += found.low <= fmean(row[place] for row in group) <= found.high
    assert 0.94 < held / (LEARNERS / 40 * QUESTIONS) < 0.995
