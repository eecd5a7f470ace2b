"""The lines a PDF page shows, with where they stand and how large they are."""

import re
from dataclasses import dataclass, replace
from typing import Any

from pypdf import PageObject

from quizapp.core.reading.characters import printed

_MOST_PIECES = 5


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A line of a page: left edge, height above the page's foot, size of its letters, and the page it stands on."""

    text: str
    left: float
    height: float
    size: float
    page: int


class _Collector:
    """Takes pieces of text as pypdf shows them and keeps lines."""

    def __init__(self, page: int) -> None:
        self.done: list[PdfLine] = []
        self._page = page
        self._parts: list[str] = []
        self._place: tuple[float, float, float] | None = None

    def take(self, text: str, cm: list[float], tm: list[float], _font: object, size: float) -> None:
        first, *rest = text.split("\n")
        self._add(first, cm, tm, size)
        for piece in rest:
            self.close()
            self._add(piece, cm, tm, size)

    def close(self) -> None:
        text = re.sub(r"\s+", " ", printed("".join(self._parts))).strip()
        if text and self._place:
            self.done.append(PdfLine(text, *self._place, self._page))
        self._parts, self._place = [], None

    def _add(self, text: str, cm: list[float], tm: list[float], size: float) -> None:
        self._parts.append(text)
        if self._place is None and text.strip():
            left = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
            height = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            scale = abs(tm[3] or tm[1]) * abs(cm[3] or cm[1])
            self._place = (round(left, 1), round(height, 1), round(abs(size) * scale, 1))


def page_lines(page: PageObject, number: int) -> list[PdfLine]:
    """Return the lines of a page in the order the page draws them."""
    collector = _Collector(number)
    page.extract_text(visitor_text=collector.take)
    collector.close()
    return _with_whole_words(page, collector.done)


def _with_whole_words(page: PageObject, lines: list[PdfLine]) -> list[PdfLine]:
    """Text that spaces its words by an operator of its own comes with gaps in words; the page's layout tells them."""
    contents: Any = page.get_contents()
    if not lines or contents is None or not re.search(rb"[1-9]\d{0,9} Tw\b", contents.get_data()[:200_000]):
        return lines
    whole = frozenset(printed(page.extract_text(extraction_mode="layout")).split())
    return [replace(line, text=_joined(line.text.split(" "), whole)) for line in lines]


def _joined(pieces: list[str], whole: frozenset[str]) -> str:
    words: list[str] = []
    at = 0
    while at < len(pieces):
        end = next(
            (end for end in range(min(at + _MOST_PIECES, len(pieces)), at + 1, -1) if _is_word(pieces[at:end], whole)),
            at + 1,
        )
        words.append("".join(pieces[at:end]))
        at = end
    return " ".join(words)


def _is_word(pieces: list[str], whole: frozenset[str]) -> bool:
    return "".join(pieces) in whole and not all(piece in whole for piece in pieces)
