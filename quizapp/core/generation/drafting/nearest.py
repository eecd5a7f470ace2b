"""The names that stand nearest to a place of the document: in a long one the others are too far to be mistaken."""

from bisect import bisect_left
from collections.abc import Callable, Iterable

from quizapp.core.generation.drafting.setting import Setting

MOST = 150


def nearest_names(
    key: tuple[str, ...], names: Callable[[], Iterable[str]], here: int, setting: Setting
) -> dict[str, int]:
    """Return up to 150 names, each with its distance; the names of a key are gathered once for a document."""
    if key not in setting.spots:
        setting.spots[key] = sorted((spot, name) for name in names() for spot in setting.roster.spots.get(name, ()))
    rows = setting.spots[key]
    found: dict[str, int] = {}
    after = bisect_left(rows, (here, ""))
    before = after - 1
    while len(found) < MOST and (before >= 0 or after < len(rows)):
        left = here - rows[before][0] if before >= 0 else None
        right = rows[after][0] - here if after < len(rows) else None
        if right is None or (left is not None and left <= right):
            found.setdefault(rows[before][1], left or 0)
            before -= 1
        else:
            found.setdefault(rows[after][1], right)
            after += 1
    return found
