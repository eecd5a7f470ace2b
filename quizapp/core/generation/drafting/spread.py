"""Wrong values on both sides of the key, so that neither the middle nor the largest gives it away."""

import random
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

Value = TypeVar("Value", bound=Any)


def spread(
    key: Value, offers: Sequence[Value], dice: random.Random, apart: Callable[[Value, Value], bool], most: int
) -> list[Value]:
    """Choose wrong values in the order offered, as many below the key as the dice say where there are enough."""
    below = dice.randrange(most + 1)
    room = {True: below, False: most - below}
    chosen: list[Value] = []
    for strict in (True, False):
        for value in offers:
            small = value < key
            free = room[small] > 0 if strict else True
            if (
                free
                and len(chosen) < most
                and all(apart(value, other) for other in (*chosen, key))
                and value not in chosen
            ):
                chosen.append(value)
                room[small] -= 1
    return sorted(chosen)
