"""The lines a web page shows, in order."""

import re
from dataclasses import dataclass

from lxml import etree

_SKIPPED = frozenset(
    {"script", "style", "noscript", "template", "svg", "head", "iframe", "object", "select", "audio", "video", "canvas"}
)
_ROWS = frozenset({"li", "tr", "dt", "dd", "option", "br"})
_BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "caption", "center", "details", "dialog", "div", "dl"}
    | {"fieldset", "figcaption", "figure", "footer", "form", "header", "hr", "legend", "main", "nav", "ol", "p", "pre"}
    | {"section", "summary", "table", "tbody", "tfoot", "thead", "ul", "h1", "h2", "h3", "h4", "h5", "h6"}
    | _ROWS
)
_CELLS = frozenset({"td", "th"})
_HIDDEN = re.compile(r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden", re.I)
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line a page shows; `apart` says that it does not continue a list, a table or a verse."""

    text: str
    apart: bool


class _Lines:
    def __init__(self) -> None:
        self.done: list[PageLine] = []
        self._parts: list[str] = []
        self._mark = ""
        self._apart = True

    def add(self, text: str | None) -> None:
        if text:
            self._parts.append(text)

    def end(self, *, row: bool) -> None:
        """Close the line; the next one stands apart unless both belong to rows."""
        text = _SPACE.sub(" ", "".join(self._parts)).strip().strip("|").strip()
        if text:
            self.done.append(PageLine(self._mark + text, self._apart))
            self._apart, self._mark = not row, ""
        elif not row:
            self._apart = True
        self._parts = []

    def mark(self, mark: str) -> None:
        self._mark = mark


def page_lines(root: etree._Element) -> list[PageLine]:
    """Return every line of text the page shows, list items and table rows right under each other."""
    lines = _Lines()
    walk = etree.iterwalk(root, events=("start", "end"))
    skipped: etree._Element | None = None
    for event, element in walk:
        if event == "start" and skipped is None:
            if _is_hidden(element):
                skipped = element
                walk.skip_subtree()
            else:
                _open(lines, element)
        elif event == "end":
            if element is skipped:
                skipped = None
            else:
                _close(lines, element)
            lines.add(element.tail)
    lines.end(row=False)
    return lines.done


def _is_hidden(element: etree._Element) -> bool:
    if not isinstance(element.tag, str) or element.tag in _SKIPPED or "hidden" in element.attrib:
        return True
    return bool(_HIDDEN.search(element.get("style", "")[:500]))


def _open(lines: _Lines, element: etree._Element) -> None:
    if element.tag in _BLOCKS:
        lines.end(row=element.tag in _ROWS)
        lines.mark("- " if element.tag == "li" else "")
    if element.tag in _CELLS:
        lines.add(" | ")
    if element.tag == "pre":
        _open_verse(lines, element)
    else:
        lines.add(element.text)


def _open_verse(lines: _Lines, element: etree._Element) -> None:
    *above, last = (element.text or "").split("\n")
    for line in above:
        lines.add(line)
        lines.end(row=True)
    lines.add(last)


def _close(lines: _Lines, element: etree._Element) -> None:
    if element.tag in _BLOCKS:
        lines.end(row=element.tag in _ROWS)
