"""What a question's figures ask its teacher to do, in words.

Every flag is held to what chance alone would do: the thresholds were set on simulated classes with nothing wrong in
them (tests/core/statistics/planted.py), so that a class of thirty is seldom told of a fault that is none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import atanh, comb, sqrt, tanh

from quizapp.core.statistics.items import LEAST, ItemFigures, Z

HARD, EASY = 0.30, 0.95
TELLS_LITTLE = 0.15  # the question tells nobody apart where even the upper end of its interval stays below this
ACCEPTABLE = 0.20
RIVAL, NO_WORSE = 2.8, -0.5  # in standard errors: how much speaks against the key, and how much the rest may say for it
FEW, FEW_RIVAL = 5, 2.0  # below LEAST nothing but a clear majority is said, and as a hint
DEAD_SHARE, DEAD_OF_FAIR, DEAD_LUCK = 0.05, 0.25, 0.01
SURE_OF_DEATH = 200  # wrong answers, of which so small a share is no luck


@dataclass(frozen=True, slots=True)
class Use:
    """How one response was used: by how many, with what mean share of the rest of the attempt (0 to 1).

    strong and weak count those in the upper and the lower third by the rest, where that was asked for; full those whom
    it earned every point, as the marks stand.
    """

    text: str
    is_key: bool
    count: int
    rest: float | None
    strong: int = 0
    weak: int = 0
    is_option: bool = True  # it stood there to be chosen, nobody had to think of it
    full: int = 0

    @property
    def counts_now(self) -> bool:
        """Whether most of those who gave it have every point for it, whatever the key was."""
        return 2 * self.full > self.count


@dataclass(frozen=True, slots=True)
class Advice:
    """One thing to look at: urgent where the key itself is in doubt, a hint where too few have answered to be sure."""

    text: str
    is_urgent: bool = False
    is_hint: bool = False


@dataclass(frozen=True, slots=True)
class Rival:
    """A response that is not the key against it: how much more it was chosen, and how much better its choosers did.

    Both are in standard errors; positive speaks against the key.
    """

    text: str
    chosen: float
    rest: float
    is_option: bool

    @property
    def weight(self) -> float:
        """How much speaks against the key altogether."""
        return self.chosen + self.rest


def advice(figures: ItemFigures, uses: Sequence[Use], *, chance: float) -> tuple[Advice, ...]:
    """Return what to look at, the gravest first.

    Below thirty answers only a key that nearly everything speaks against is named, and as a hint.
    """
    against = _against_key(figures, uses)
    if not figures.is_firm:
        return tuple(against)
    if not against:
        against = [one for one in _of_discrimination(figures) if one.is_urgent]
    if against:  # how hard it is says nothing as long as it may be judged by a wrong key
        return (*against, *(one for one in _of_facility(figures, chance) if one.is_urgent))
    return (*_of_discrimination(figures), *_of_facility(figures, chance), *_of_distractors(figures, uses))


def _against_key(figures: ItemFigures, uses: Sequence[Use]) -> list[Advice]:
    found = max(_rivals(figures, uses), key=lambda rival: rival.weight, default=None)
    if found is None or not _is_suspect(found, figures.n):
        return []
    act = "check the key" if found.is_option else "if it is right too, let the key take it"
    if figures.is_firm:
        return [Advice(f"Those who did well prefer “{found.text}” to the key: {act}.", is_urgent=True)]
    return [Advice(f"More answered “{found.text}” than the key, and did no worse in the rest: {act}.", is_hint=True)]


def _is_suspect(rival: Rival, n: int) -> bool:
    if n < FEW:
        return False
    if n < LEAST:
        return rival.chosen >= FEW_RIVAL and rival.rest > NO_WORSE
    return rival.chosen > 0 and rival.rest > NO_WORSE and rival.weight > RIVAL


def _rivals(figures: ItemFigures, uses: Sequence[Use]) -> list[Rival]:
    """Every response beside the key; where several are ticked at once there is no one key to stand against."""
    keys = [use for use in uses if use.is_key]
    if len(keys) != 1:
        return []
    key, spread = keys[0], _spread_of_rest(figures, uses)
    return [
        Rival(use.text, (use.count - key.count) / sqrt(use.count + key.count), _apart(use, key, spread), use.is_option)
        for use in uses
        if not use.is_key and use.count
    ]


def _spread_of_rest(figures: ItemFigures, uses: Sequence[Use]) -> float:
    """The standard deviation of the rest as a share; figures have it in points, whose scale the uses tell."""
    known = [(use.count, use.rest) for use in uses if use.rest is not None]
    weight = sum(count for count, _ in known)
    if not weight or not figures.rest_mean or figures.rest_deviation is None:
        return 0.0
    mean = sum(count * rest for count, rest in known) / weight
    return figures.rest_deviation * mean / figures.rest_mean


def _apart(one: Use, other: Use, spread: float) -> float:
    """How much better the choosers of one did in the rest than those of the other, in standard errors."""
    if not other.count or not spread or one.rest is None or other.rest is None:
        return 0.0
    return (one.rest - other.rest) / (spread * sqrt(1 / one.count + 1 / other.count))


def _of_discrimination(figures: ItemFigures) -> list[Advice]:
    value = figures.discrimination
    if value is None:
        return []
    most = tanh(atanh(max(-0.9999, min(0.9999, value))) + Z / sqrt(figures.n - 3))
    if most < 0:
        text = "Those who did well answer it wrong more often than the others: check the key and the stem."
        return [Advice(text, is_urgent=True)]
    if most < TELLS_LITTLE:
        return [Advice("It hardly tells those who did well from the others: look for a second meaning.")]
    return []


def _of_facility(figures: ItemFigures, chance: float) -> list[Advice]:
    facility = figures.facility
    if facility is None or figures.high is None:
        return []
    if chance and figures.high < chance:
        return [_below_chance(figures)]
    if chance and facility <= chance:
        return [Advice("No better than guessing: teach the passage again, or ask it plainer.")]
    if facility < HARD:
        return [Advice("Hard: fewer than a third of the points were won. Teach the passage again, or ask it plainer.")]
    if facility > EASY:
        return [Advice("Nearly everybody has it right: keep it as a warm-up, or ask something harder of the passage.")]
    return []


def _below_chance(figures: ItemFigures) -> Advice:
    """Where those who did well have it right all the same, the key holds and the mistake is a common one."""
    if figures.discrimination is not None and figures.discrimination >= ACCEPTABLE:
        text = "Fewer are right than guessing gives, but those who did well are: a common mistake, to teach against."
        return Advice(text)
    return Advice("Fewer are right than guessing gives: check the key.", is_urgent=True)


def _of_distractors(figures: ItemFigures, uses: Sequence[Use]) -> list[Advice]:
    """A wrong option is dead where so few of the wrong answers chose it that luck does not explain it."""
    others = [use for use in uses if not use.is_key and use.is_option]
    if len(others) < 2:
        return []
    wrong = sum(use.count for use in others)
    dead = [use.text for use in others if _is_dead(use.count, figures.n, wrong, len(others))]
    names = ", ".join(f"“{text}”" for text in dead)
    return [Advice(f"Hardly anybody chooses {names} so far: put something more likely in its place.")] if dead else []


def _is_dead(count: int, n: int, wrong: int, others: int) -> bool:
    if count >= DEAD_SHARE * n or count >= DEAD_OF_FAIR * wrong / others:
        return False
    if wrong > SURE_OF_DEATH:
        return True
    fair = 1 / others
    luck = sum(comb(wrong, k) * fair**k * (1 - fair) ** (wrong - k) for k in range(count + 1))
    return luck < DEAD_LUCK
