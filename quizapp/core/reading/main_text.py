"""Which of a page's lines belong to its main text."""

import re
from bisect import bisect_right
from collections.abc import Sequence

_LONG = 30
_SEPARATORS = re.compile(r"[\W_]+")


def lines_outside(lines: Sequence[str], main: str) -> frozenset[int]:
    """Return the places of the lines that are not in the main text; none where there is no main text to judge by."""
    wanted = [squeezed for line in main.split("\n") if (squeezed := _squeeze(line))]
    if not wanted:
        return frozenset()
    places: dict[str, list[int]] = {}
    for place, squeezed in enumerate(wanted):
        places.setdefault(squeezed, []).append(place)
    shown = [_squeeze(line) for line in lines]
    whole = "\n".join(wanted)
    inside = {
        n: places.get(line, [0])[0]
        for n, line in enumerate(shown)
        if len(line) >= _LONG and (line in places or line in whole)  # the whole is searched for few lines only
    }
    kept = set(inside) | _short_ones(shown, places, inside)
    return frozenset(n for n in range(len(lines)) if n not in kept) if kept else frozenset()


def _short_ones(shown: Sequence[str], places: dict[str, list[int]], inside: dict[int, int]) -> set[int]:
    """A short line is of the main text if it stands there between the same long lines as on the page."""
    order = sorted(inside)
    found = set()
    for n, line in enumerate(shown):
        if n in inside or line not in places:
            continue
        after = bisect_right(order, n)
        low = inside[order[after - 1]] if after else -1
        high = inside[order[after]] if after < len(order) else 1 << 60
        if any(low <= place <= high for place in places[line]):
            found.add(n)
    return found


def _squeeze(line: str) -> str:
    return _SEPARATORS.sub("", line.lower())
