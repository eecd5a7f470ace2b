"""The order of a quiz that is being composed, and what each question is worth in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

MOST_QUESTIONS = 200
MOST_DRAWN = 60  # at once: each is held against all others of the hand
MOST_POINTS = Decimal(100)


@dataclass(frozen=True, slots=True)
class Chosen:
    """A question in a quiz, in which of its versions it was chosen, and what it is worth."""

    question_id: int
    version_number: int = 0
    points: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How the questions of a quiz are to stand: `order` first, then one of them moved by so many places or removed."""

    order: Sequence[int] = ()  # empty: as they stand
    points: Mapping[int, Decimal] | None = None
    moved: int | None = None
    by: int = 0
    removed: int | None = None


def arranged(items: Sequence[Chosen], wanted: Arrangement) -> list[Chosen]:
    """Return the questions as they are wanted; what the order does not name stays behind the rest."""
    worth = wanted.points or {}
    known = {item.question_id: replace(item, points=worth.get(item.question_id, item.points)) for item in items}
    first = [known[question] for question in dict.fromkeys(wanted.order) if question in known]
    rest = [item for question, item in known.items() if question not in set(wanted.order)]
    kept = [item for item in (*first, *rest) if item.question_id != wanted.removed]
    return _moved(kept, wanted.moved, wanted.by)


def _moved(items: list[Chosen], question_id: int | None, by: int) -> list[Chosen]:
    place = next((n for n, item in enumerate(items) if item.question_id == question_id), None)
    if place is None:
        return items
    item = items.pop(place)
    items.insert(max(0, place + by), item)
    return items
