"""When to ask again: spaced practice by FSRS, without its dice and without a clock of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any

from fsrs import Card, Rating, Scheduler, State

# Fuzzing is random; without it the same answers always give the same dates.
_SCHEDULER = Scheduler(enable_fuzzing=False)


@dataclass(frozen=True, slots=True)
class Schedule:
    """What is remembered of one question, as the scheduler keeps it, and when it is due."""

    state: Mapping[str, Any]
    due: datetime


def recall(state: Mapping[str, Any], *, now: datetime) -> float:
    """Return how likely a question is recalled at a moment, from 0 to 1: FSRS's retrievability, and 0 once missed.

    FSRS takes it that whoever missed a question learnt the answer at once; nobody knows that before the next right one.
    """
    card = Card.from_dict(dict(state))  # type: ignore[arg-type]
    return 0.0 if _is_missed(card) else float(_SCHEDULER.get_card_retrievability(card, now))


def _is_missed(card: Card) -> bool:
    """Whether the last answer was not right: it leads back to the first step of learning, a right one past it."""
    return card.state != State.Review and card.step == 0


def review(state: Mapping[str, Any] | None, *, question: int, right: bool, now: datetime) -> Schedule:
    """Return the schedule after one answer: a right one counts as Good, anything else as Again."""
    card = Card.from_dict(dict(state)) if state else Card(card_id=question, due=now)  # type: ignore[arg-type]
    # A clock that was set back must not make a memory older than its last review.
    moment = max(now, card.last_review) if card.last_review else now
    card, _log = _SCHEDULER.review_card(card, Rating.Good if right else Rating.Again, moment)
    return Schedule(MappingProxyType(dict(card.to_dict())), card.due)
