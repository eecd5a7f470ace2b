"""Running heads, running feet and page numbers: what a page repeats at its edges."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from quizapp.core.reading.pdf.lines import PdfLine

_DEEPEST = 3
_FIGURES = re.compile(r"\d+")
_NUMBER = re.compile(
    r"(?:page|p\.|seite|strona|стр\.)?\W{0,4}(?:\d{1,4}|[ivxlc]{1,7})(?:\W{1,3}(?:of|/|von)?\W{0,3}\d{1,4})?\W{0,4}",
    re.I,
)
_TOLERANCE = 4.0
_ENOUGH = 3
_LONGEST = 90
_LONGEST_HEAD = 150
_APART = 1.6


def running_lines(pages: Sequence[Sequence[PdfLine]]) -> dict[PdfLine, str]:
    """Return the lines at the edges of pages that recur on other pages at the same height, each with its reason."""
    edges = [_edges(page) for page in pages]
    counts = Counter(key for edge in edges for key in {_key(line) for line in edge})
    found: dict[PdfLine, str] = {}
    for edge in edges:
        for line in edge:
            if _NUMBER.fullmatch(line.text) and (_near(counts, line) >= 2 or _is_own_number(line)):
                found[line] = "page number"
            elif _recurs(line, _near(counts, line), pages[line.page]):
                found[line] = "running head"
    return found | _others_at_their_height(edges, found)


def _others_at_their_height(edges: Sequence[Sequence[PdfLine]], found: Mapping[PdfLine, str]) -> dict[PdfLine, str]:
    """The head of a short chapter stands on a page or two only, but where the heads of the other pages stand."""
    heights = Counter(round(line.height / _TOLERANCE) for line, reason in found.items() if reason == "running head")
    outermost = [line for edge in edges if edge for line in (edge[0], edge[-1])]
    return {
        line: "running head"
        for line in outermost
        if line not in found and heights[round(line.height / _TOLERANCE)] >= _ENOUGH and len(line.text) <= _LONGEST
    }


def _edges(page: Sequence[PdfLine]) -> list[PdfLine]:
    """Return the lines nearest to the page's top and bottom, never more than half of the page."""
    ordered = sorted(page, key=lambda line: -line.height)
    deep = min(_DEEPEST, max(1, len(ordered) // 4))
    return ordered if len(ordered) <= 2 else ordered[:deep] + ordered[-deep:]


def _key(line: PdfLine) -> tuple[str, int]:
    return _FIGURES.sub("#", line.text.lower()), round(line.height / _TOLERANCE)


def _near(counts: Counter[tuple[str, int]], line: PdfLine) -> int:
    text, height = _key(line)
    return sum(counts[text, near] for near in (height - 1, height, height + 1))


def _is_own_number(line: PdfLine) -> bool:
    return line.text.strip(" -–—") == str(line.page + 1)


def _recurs(line: PdfLine, count: int, page: Sequence[PdfLine]) -> bool:
    """On two pages a line may recur by chance, unless it stands apart; and a form repeats lines within a page too."""
    if count < 2 or len(line.text) > _LONGEST_HEAD or sum(other.text == line.text for other in page) > 1:
        return False
    return count >= _ENOUGH or _stands_apart(line, page)


def _stands_apart(line: PdfLine, page: Sequence[PdfLine]) -> bool:
    others = [other for other in page if other.height != line.height]
    nearest = min(others, key=lambda other: abs(other.height - line.height), default=line)
    gap = abs(nearest.height - line.height)
    return gap > _APART * line.size or abs(nearest.size - line.size) > 0.05 * line.size
