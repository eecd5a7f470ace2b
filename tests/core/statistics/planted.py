"""Classes whose truth is known: nothing wrong in them, or one fault planted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp
from random import Random
from statistics import fmean
from typing import Literal

from quizapp.core.statistics.advice import Advice, Use, advice
from quizapp.core.statistics.guessing import ClosedAnswers
from quizapp.core.statistics.improving import ScoreBeside
from quizapp.core.statistics.items import ItemSums, item_figures

Plant = Literal["", "wrong key", "dead distractor"]
ITEMS = 12


@dataclass(frozen=True, slots=True)
class Question:
    """How hard a question with options is, and how likely each wrong option is to be taken."""

    hardness: float
    pulls: Sequence[float]

    def answer(self, dice: Random, ability: float) -> int:
        """Return the option chosen, 0 being the right one; whoever does not know it guesses."""
        floor = 1 / (1 + len(self.pulls))
        if dice.random() < floor + (1 - floor) / (1 + exp(1.2 * (self.hardness - ability))):
            return 0
        return 1 + dice.choices(range(len(self.pulls)), self.pulls)[0]


def planted_class(dice: Random, learners: int, plant: Plant = "", options: int = 3) -> list[tuple[Advice, ...]]:
    """Return what is said of each question of a quiz that a class took; what is planted is planted in the first."""
    pulls = [dice.uniform(0.5, 1.5) for _ in range(options - 1)]
    questions = [Question(dice.gauss(0, 1), dice.sample(pulls, len(pulls))) for _ in range(ITEMS)]
    questions[0] = Question(dice.uniform(-0.9, 0.9), [float(plant != "dead distractor"), *[1.0] * (options - 2)])
    chosen = [[one.answer(dice, ability) for one in questions] for ability in _abilities(dice, learners)]
    keys = [int(plant == "wrong key"), *[0] * (ITEMS - 1)]
    return [_said(chosen, keys, place, options) for place in range(ITEMS)]


def _abilities(dice: Random, learners: int) -> list[float]:
    return [dice.gauss(0.3, 1) for _ in range(learners)]


def _said(chosen: Sequence[Sequence[int]], keys: Sequence[int], place: int, options: int) -> tuple[Advice, ...]:
    xs = [float(row[place] == keys[place]) for row in chosen]
    rests = [sum(map(int.__eq__, row, keys)) - x for row, x in zip(chosen, xs, strict=True)]
    products = sum(x * r for x, r in zip(xs, rests, strict=True))
    in_order = sum(x * r for x, r in zip(sorted(xs), sorted(rests), strict=True))
    sums = ItemSums(
        len(xs), 1.0, sum(xs), sum(x * x for x in xs), sum(rests), sum(r * r for r in rests), products, in_order
    )
    uses = []
    for option in range(options):
        theirs = [rest / (ITEMS - 1) for row, rest in zip(chosen, rests, strict=True) if row[place] == option]
        uses.append(Use(str(option), option == keys[place], len(theirs), fmean(theirs) if theirs else None))
    return advice(item_figures(sums), uses, chance=1 / options)


def closed_answers(
    dice: Random, learners: int, questions: int, *, guesser: bool, options: int = 3
) -> list[ClosedAnswers]:
    """Return what each of a class answered to questions with options; the guesser, if there is one, comes first."""
    asked = [Question(dice.gauss(0, 1), [1.0] * (options - 1)) for _ in range(questions)]
    rights = [[one.answer(dice, ability) == 0 for one in asked] for ability in _abilities(dice, learners)]
    if guesser:
        rights[0] = [dice.randrange(options) == 0 for _ in asked]
    totals = [sum(row[place] for row in rights) for place in range(questions)]
    return [
        _sums(row, [(t - x) / (learners - 1) for t, x in zip(totals, row, strict=True)], 1 / options) for row in rights
    ]


def _sums(row: Sequence[bool], others: Sequence[float], p: float) -> ClosedAnswers:
    luck = p * (1 - p)
    return ClosedAnswers(
        n=len(row),
        right=sum(row),
        p=p * len(row),
        f=sum(others),
        right_f=sum(f for f, x in zip(others, row, strict=True) if x),
        p_f=p * sum(others),
        spread=luck * len(row),
        spread_f=luck * sum(others),
        spread_f2=luck * sum(f * f for f in others),
    )


def terms(dice: Random, learners: int, quizzes: int, *, improver: bool, items: int = 15) -> list[list[ScoreBeside]]:
    """Return each learner's scores through a term; the one who improves, if there is one, comes first."""
    abilities = _abilities(dice, learners)
    shares: list[list[float]] = []
    for turn in range(quizzes):
        asked = [Question(dice.gauss(0, 1), [1.0, 1.0]) for _ in range(items)]
        now = [ability + dice.gauss(0, 0.3) for ability in abilities]
        if improver:
            now[0] = -1.5 + 4 * turn / (quizzes - 1)
        shares.append([fmean(one.answer(dice, ability) == 0 for one in asked) for ability in now])
    return [
        [ScoreBeside(row[place], (sum(row) - row[place]) / (learners - 1), items) for row in shares]
        for place in range(learners)
    ]
