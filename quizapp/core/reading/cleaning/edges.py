"""What stands before a text begins and after it is over."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from quizapp.core.reading.cleaning.calls import is_promotion
from quizapp.core.reading.cleaning.lines import Line
from quizapp.core.reading.cleaning.vocabulary import AT_THE_EDGES, DASHED_CREDIT, MENU, RELATED

Reasons = Mapping[int, str]
_SHORT = 14
_DEEPEST = 60
_BETWEEN_ITEMS = re.compile(r"\s*[|•·>›»/]\s*|\s{3,}|\t")


def furniture_at_edges(lines: Sequence[Line], known: Reasons) -> dict[int, str]:
    """Peel furniture off the head and the tail, line by line, until the text itself is met."""
    found: dict[int, str] = {}
    head = _peel(lines, known, found, range(min(len(lines), _DEEPEST)))
    lowest = max(head, default=-1)
    tail = sorted(_peel(lines, known, found, range(len(lines) - 1, max(lowest, len(lines) - 1 - _DEEPEST), -1)))
    found |= _links_below(lines, tail, {**known, **found})
    known_now = {**known, **found}
    found |= _menu(lines, head, known_now, above=True) | _menu(lines, tail, known_now, above=False)
    found |= _headline_repeats(lines, [n for n in (*head, *tail) if n not in found and n not in known])
    return {n: reason for n, reason in found.items() if n not in known}


def _peel(lines: Sequence[Line], known: Reasons, found: dict[int, str], order: range) -> list[int]:
    """Walk inwards, keep what is furniture in `found`, and return every line passed before the text."""
    passed = []
    for n in order:
        if n not in known:
            reason = _reason(lines[n], bare=n == 0 or n - 1 in known or n - 1 in found)
            if reason:
                found[n] = reason
            elif lines[n].is_prose or lines[n].words > 2 * _SHORT:
                break
        passed.append(n)
    return passed


def _reason(line: Line, *, bare: bool) -> str | None:
    if bare and DASHED_CREDIT.fullmatch(line.text):
        return "image credit"
    if is_promotion(line.text):
        return "promotion"
    if len(line.text) > 400 or line.is_prose:
        return None
    if _is_menu_line(line):
        return "navigation"
    return AT_THE_EDGES.reason_for(line.plain)


def _links_below(lines: Sequence[Line], tail: Iterable[int], reasons: Reasons) -> dict[int, str]:
    """Below "Related articles" at the end come only the names of other pages."""
    found: dict[int, str] = {}
    for n in tail:
        if not lines[n].is_prose and (n - 1 in found or reasons.get(n - 1) == RELATED):
            found[n] = RELATED
    return found


def _is_menu_line(line: Line) -> bool:
    items = [item.lower() for item in _BETWEEN_ITEMS.split(line.text) if item]
    return len(items) >= 3 and sum(_in_menu(item) for item in items) >= max(2, len(items) // 3)


def _menu(lines: Sequence[Line], edge: Sequence[int], reasons: Reasons, *, above: bool) -> dict[int, str]:
    """Find runs of three or more very short lines of which several are words of a menu or furniture anyway."""
    found: dict[int, str] = {}
    for short, group in groupby(edge, key=lambda n: lines[n].words <= 3 and not lines[n].ended):
        run = list(group)
        named = [place for place, n in enumerate(run) if n in reasons or _in_menu(lines[n].plain)]
        if short and len(run) >= 3 and len(named) >= max(2, len(run) // 3):
            found |= dict.fromkeys(run[: named[-1] + 1] if above else run[named[0] :], "navigation")
    return {n: reason for n, reason in found.items() if n not in reasons}


def _in_menu(item: str) -> bool:
    words = re.findall(r"[a-z]+", item)
    return (
        bool(words) and len(words) <= 3 and words[0] in MENU and (len(words) == 1 or words[-1] in MENU | {"us", "page"})
    )


def _headline_repeats(lines: Sequence[Line], edge: Sequence[int]) -> dict[int, str]:
    """Keep one of the lines at the edges that say the headline: the one without the site's name or a cut-off end."""
    found: dict[int, str] = {}
    titles = [
        n for n in edge if lines[n].words >= 3 and (not lines[n].ended or lines[n].text.endswith(("?", "…", "...")))
    ]
    for place, first in enumerate(titles):
        for other in titles[place + 1 :]:
            if _repeats(lines[other], lines[first]):
                found[other] = "repeat of the headline"
            elif _repeats(lines[first], lines[other]):
                found[first] = "repeat of the headline"
    return found


def _repeats(line: Line, title: Line) -> bool:
    if line.text.endswith(("…", "...")) and title.plain.startswith(line.plain):
        return True
    rest = line.plain.removeprefix(title.plain)
    return rest == "" or (rest != line.plain and bool(re.match(r"\s*[|–—-]\s", rest)))
