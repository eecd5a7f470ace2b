"""The words of one paragraph of a Word file."""

from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PARAGRAPH = W + "p"
UNREAD = frozenset({W + "del", W + "moveFrom", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"})
_SIGNS = {W + "tab": " ", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-", PARAGRAPH: "\n"}


def text_of(paragraph: Any) -> str:
    """Return what Word shows of a paragraph; what it keeps as deleted is left out."""
    parts: list[str] = []
    walk = etree.iterwalk(paragraph, events=("start",))
    for _, element in walk:
        if element.tag in UNREAD:
            walk.skip_subtree()
        elif element.tag == W + "t":
            parts.append(element.text or "")
        elif element is not paragraph:
            parts.append(_SIGNS.get(element.tag, ""))
    return "".join(parts)


def style_of(paragraph: Any) -> str:
    """Return the name of a paragraph's style, or nothing."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return (style.get(W + "val") or "") if style is not None else ""
