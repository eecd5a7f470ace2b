"""What one attempt asks of an edition: one question of each slot, drawn by the attempt's own seed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from random import Random


@dataclass(frozen=True, slots=True)
class Item:
    """A question version with its slot and what it is worth."""

    version_id: int
    slot: str
    points: Decimal


def draw(items: Sequence[Item], *, pick: int | None, shuffle: bool, seed: str) -> tuple[Item, ...]:
    """Draw one item of each slot, so many slots as are picked, in file order or shuffled; one seed, one draw."""
    rng = Random(f"{seed}:draw")  # noqa: S311 - fairness, not secrecy
    slots: dict[str, list[Item]] = {}
    for item in items:
        slots.setdefault(item.slot, []).append(item)
    drawn = [rng.choice(alternatives) for alternatives in slots.values()]
    if pick is not None and pick < len(drawn):
        drawn = [drawn[place] for place in sorted(rng.sample(range(len(drawn)), pick))]
    if shuffle:
        rng.shuffle(drawn)
    return tuple(drawn)
