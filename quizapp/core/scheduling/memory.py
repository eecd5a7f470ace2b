"""When to ask again: spaced practice by FSRS, without its dice and without a clock of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any

from fsrs import Card, Rating, Scheduler

# Fuzzing is random; without it the same answers always give the same dates.
_SCHEDULER = Scheduler(enable_fuzzing=False)


@dataclass(frozen=True, slots=True)
class Schedule:
    """What is remembered of one question, as the scheduler keeps it, and when it is due."""

    state: Mapping[str, Any]
    due: datetime


def recall(state: Mapping[str, Any], *, now: datetime) -> float:
    """Return how likely a question is recalled at a moment, from 0 to 1: FSRS's retrievability."""
    return float(_SCHEDULER.get_card_retrievability(Card.from_dict(dict(state)), now))  # type: ignore[arg-type]


def review(state: Mapping[str, Any] | None, *, question: int, right: bool, now: datetime) -> Schedule:
    """Return the schedule after one answer: a right one counts as Good, anything else as Again."""
    card = Card.from_dict(dict(state)) if state else Card(card_id=question, due=now)  # type: ignore[arg-type]
    # A clock that was set back must not make a memory older than its last review.
    moment = max(now, card.last_review) if card.last_review else now
    card, _log = _SCHEDULER.review_card(card, Rating.Good if right else Rating.Again, moment)
    return Schedule(MappingProxyType(dict(card.to_dict())), card.due)
