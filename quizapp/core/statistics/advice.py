"""What a question's figures ask its teacher to do, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.core.statistics.items import ItemFigures

HARD, EASY = 0.30, 0.95
WEAK, SUSPECT = 0.10, 0.0
DEAD_SHARE = 0.05


@dataclass(frozen=True, slots=True)
class Use:
    """How one response was used: by how many, with what mean share of the rest of the attempt (0 to 1)."""

    text: str
    is_key: bool
    count: int
    rest: float | None


@dataclass(frozen=True, slots=True)
class Advice:
    """One thing to look at: urgent where the key itself is in doubt."""

    text: str
    is_urgent: bool = False


def advice(figures: ItemFigures, uses: Sequence[Use], *, chance: float) -> tuple[Advice, ...]:
    """Return what to look at, the gravest first; nothing is said of a question that too few have met."""
    if not figures.is_firm:
        return ()
    found = [*_of_key(figures, uses), *_of_discrimination(figures), *_of_facility(figures, chance)]
    return tuple(dict.fromkeys([*found, *_of_distractors(figures, uses)]))


def _of_key(figures: ItemFigures, uses: Sequence[Use]) -> list[Advice]:
    keys = [use.rest for use in uses if use.is_key and use.rest is not None]
    best_key = max(keys, default=None)
    rivals = [
        use
        for use in uses
        if not use.is_key
        and use.rest is not None
        and use.count >= max(3, 0.15 * figures.n)
        and (best_key is None or use.rest > best_key)
    ]
    strongest = max(rivals, key=lambda use: use.rest or 0.0, default=None)
    if strongest is None:
        return []
    return [Advice(f"Those who did well prefer “{strongest.text}”: check the key.", is_urgent=True)]


def _of_discrimination(figures: ItemFigures) -> list[Advice]:
    value = figures.discrimination
    if value is None or value >= WEAK:
        return []
    if value < SUSPECT:
        text = "Those who did well answer it wrong more often than the others: check the key and the stem."
        return [Advice(text, is_urgent=True)]
    return [Advice("It hardly tells those who did well from the others: look for a second meaning.")]


def _of_facility(figures: ItemFigures, chance: float) -> list[Advice]:
    facility = figures.facility
    if facility is None:
        return []
    if chance and facility <= chance:
        return [Advice("No better than guessing: check the key, or teach the passage again.", is_urgent=True)]
    if facility < HARD:
        return [Advice("Hard: fewer than a third of the points were won. Teach the passage again, or ask it plainer.")]
    if facility > EASY:
        return [Advice("Nearly everybody has it right: keep it as a warm-up, or ask something harder of the passage.")]
    return []


def _of_distractors(figures: ItemFigures, uses: Sequence[Use]) -> list[Advice]:
    dead = [use.text for use in uses if not use.is_key and use.count < DEAD_SHARE * figures.n]
    names = ", ".join(f"“{text}”" for text in dead)
    return [Advice(f"Hardly anybody chooses {names}: put something more likely in its place.")] if dead else []
