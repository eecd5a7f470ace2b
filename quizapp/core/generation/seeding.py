"""Choices that look random and are the same everywhere: all of them come from sha256 of stable ids."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from hashlib import sha256


def rank(*parts: str) -> int:
    """A number that depends on these texts alone."""
    return int.from_bytes(sha256("\x1f".join(parts).encode()).digest()[:8])


def balanced(names: Iterable[str], places: int, taken: Mapping[int, int], purpose: str) -> dict[str, int]:
    """Give each name one of so many places, every place as often as any other.

    Each name first gets the place its own hash asks for, so that adding one name moves few of the others.
    """
    ordered = sorted(set(names), key=lambda name: (rank(purpose, name), name))
    quota = _quota(len(ordered), places, taken)
    given: dict[str, int] = {}
    for name in ordered:
        place = rank(purpose, "place", name) % places
        if quota[place] > 0:
            given[name] = place
            quota[place] -= 1
    for name in ordered:
        if name not in given:
            given[name] = max(range(places), key=lambda place: (quota[place], -place))
            quota[given[name]] -= 1
    return given


def _quota(count: int, places: int, taken: Mapping[int, int]) -> Counter[int]:
    used = Counter({place: taken.get(place, 0) for place in range(places)})
    quota: Counter[int] = Counter()
    for _ in range(count):
        place = min(range(places), key=lambda place: (used[place], place))
        used[place] += 1
        quota[place] += 1
    return quota
