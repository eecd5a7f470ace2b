"""Lines of pages put together into paragraphs, across page breaks too."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from quizapp.core.reading.pdf.lines import PdfLine

_ENDED = re.compile(r"[.!?…:][\"'”’»)\]]{0,3}\Z")
_ITEM = re.compile(r"(?:[-–•*·▪◦‣●■]|\(?(?:\d{1,3}|[a-z])[.)])\s")


def paragraphs(lines: Sequence[PdfLine]) -> Iterator[list[PdfLine]]:
    """Group the lines of all pages, running heads left out, into paragraphs."""
    width, leading = _width(lines), usual_leading(lines)
    paragraph: list[PdfLine] = []
    for line in lines:
        if paragraph and not _continues(paragraph, line, width, leading):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def in_one_list(above: Sequence[PdfLine], below: Sequence[PdfLine], leading: float) -> bool:
    """Say whether two paragraphs are single lines right under each other, as the items of a list are."""
    first, second = above[-1], below[0]
    if len(above) > 1 or len(below) > 1 or first.page != second.page or first.size != second.size:
        return False
    return 0 < first.height - second.height <= 1.3 * leading


def _continues(paragraph: Sequence[PdfLine], line: PdfLine, width: int, leading: float) -> bool:
    above = paragraph[-1]
    if abs(above.size - line.size) > 0.12 * max(above.size, line.size) or _ITEM.match(line.text):
        return False
    if above.text.endswith(("-", "\u00ad")) and line.text[0].islower():
        return True
    if _breaks_off(above, line):
        return (not _ENDED.search(above.text) and len(above.text) >= 0.6 * width) or line.text[0].islower()
    if above.height - line.height > 1.3 * leading or _is_indented(paragraph, line):
        return False
    if len(above.text) < 0.55 * width:
        return line.text[0].islower() and not _ENDED.search(above.text)
    return len(above.text) >= 0.8 * width or not _ENDED.search(above.text)


def _breaks_off(above: PdfLine, line: PdfLine) -> bool:
    """Say whether a page or a column ends between two lines."""
    return above.page != line.page or line.height > above.height


def _is_indented(paragraph: Sequence[PdfLine], line: PdfLine) -> bool:
    """The first line of a paragraph may stand further in than the lines of the one before it."""
    usual = min(other.left for other in paragraph[-3:])
    return len(paragraph) > 1 and 0.7 * line.size < line.left - usual < 6 * line.size


def _width(lines: Sequence[PdfLine]) -> int:
    """Return how many characters a full line has."""
    lengths = sorted(len(line.text) for line in lines)
    return lengths[int(0.8 * (len(lengths) - 1))] if lengths else 0


def usual_leading(lines: Sequence[PdfLine]) -> float:
    """Return the usual distance between lines of one page."""
    gaps = [above.height - line.height for above, line in pairwise(lines) if above.page == line.page]
    return median([gap for gap in gaps if gap > 0.5] or [12.0])
