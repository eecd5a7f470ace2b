"""What is planted is told, and clean classes are seldom told of faults that are none."""

from __future__ import annotations

from random import Random

import pytest

from quizapp.core.statistics.guessing import ClosedAnswers, fit, seems_guessed
from quizapp.core.statistics.improving import FALSE_HINTS, ScoreBeside, certainty_for, change, told
from tests.core.statistics.planted import Plant, closed_answers, planted_class, terms

CLASSES = 100


def told_share(learners: int, plant: Plant, word: str) -> float:
    """In how many of the classes the first question was told of, by this word."""
    dice = Random(f"{learners} {plant}")
    found = [planted_class(dice, learners, plant) for _ in range(CLASSES)]
    return sum(any(word in one.text for one in said[0]) for said in found) / CLASSES


@pytest.mark.parametrize(("learners", "least"), [(15, 0.45), (30, 0.75), (150, 0.97)])
def test_a_wrong_key_is_told(learners: int, least: float) -> None:
    assert told_share(learners, "wrong key", "key") >= least


@pytest.mark.parametrize(("learners", "least"), [(30, 0.5), (150, 0.97)])
def test_a_useless_distractor_is_told(learners: int, least: float) -> None:
    assert told_share(learners, "dead distractor", "Hardly anybody chooses “1”") >= least


@pytest.mark.parametrize("learners", [7, 15, 30, 150])
def test_a_clean_class_is_seldom_told_that_a_key_is_in_doubt(learners: int) -> None:
    dice = Random(learners)
    found = [planted_class(dice, learners) for _ in range(CLASSES)]
    in_doubt = sum(any(one.is_urgent or one.is_hint for said in quiz for one in said) for quiz in found)
    assert in_doubt <= 0.07 * CLASSES
    if learners < 30:
        assert not any(one.is_urgent for quiz in found for said in quiz for one in said)


def test_a_guesser_is_found_and_others_are_left_alone() -> None:
    dice = Random(6)
    for questions, least, most in ((40, 0.5, 0.02), (80, 0.7, 0.01)):
        with_one = [closed_answers(dice, 30, questions, guesser=True) for _ in range(40)]
        clean = [closed_answers(dice, 30, questions, guesser=False) for _ in range(40)]
        assert sum(seems_guessed(room[0]) for room in with_one) >= least * 40
        assert sum(seems_guessed(one) for room in clean for one in room) <= most * 40 * 30
    few = [closed_answers(dice, 30, 20, guesser=True)[0] for _ in range(40)]
    assert not any(seems_guessed(one) for one in few)


def test_fit_by_hand() -> None:
    # Two questions of two options, found easy by 0.9 and hard by 0.1 of the others; the easy one was right.
    sums = ClosedAnswers(2, 1, p=1.0, f=1.0, right_f=0.9, p_f=0.5, spread=0.5, spread_f=0.25, spread_f2=0.205)
    assert fit(sums) == pytest.approx(0.4 / (0.25 * (0.4**2 + 0.4**2)) ** 0.5)


def went(scores: list[ScoreBeside], sure: float) -> str:
    found = change(scores)
    return found.way(sure) if found else ""


def test_who_improved_is_named_and_few_others_are() -> None:
    dice = Random(3)
    rising = [terms(dice, 30, 6, improver=True) for _ in range(40)]
    clean = [terms(dice, 30, 6, improver=False) for _ in range(40)]
    sure = certainty_for(30)
    assert sum(went(room[0], sure) == "up" for room in rising) >= 0.75 * 40
    named = sum(any(went(one, sure) == "up" for one in room) for room in clean)
    assert named <= 0.3 * 40
    perhaps = [told(found, 30) for room in clean for one in room if (found := change(one))]
    assert sum(one.way != "level" for one in perhaps) <= FALSE_HINTS * 1.5 * 40


def test_change_by_hand() -> None:
    found = change([ScoreBeside(0.4, 0.5, 10), ScoreBeside(0.5, 0.5, 10), ScoreBeside(0.6, 0.5, 10)])
    assert found is not None
    assert found.moved == pytest.approx(0.2, abs=0.001)
    assert found.way() == "level"
    assert change([ScoreBeside(0.4, None, 10)] * 2) is None
    some = [ScoreBeside(0.9, None, 20), *[ScoreBeside(0.5, 0.5, 20)] * 3]
    assert change(some) == change(some[1:])  # beside nobody, a score says nothing of the others
    alone = change([ScoreBeside(0.1, None, 20), ScoreBeside(0.5, None, 20), ScoreBeside(0.9, None, 20)])
    assert alone is not None
    assert alone.way() == "up"
