"""A Word file: its paragraphs and tables in order."""

import io
from collections.abc import Iterator, Sequence
from typing import Any

import docx
from docx.opc.exceptions import OpcError
from lxml import etree

from quizapp.core.reading.characters import visible
from quizapp.core.reading.errors import BrokenDocument, EmptyDocument
from quizapp.core.reading.extracted import Extracted, Progress
from quizapp.core.reading.word_archive import check_archive

_BROKEN = "The Word file is damaged: it cannot be opened. Open it in Word, save it again, and upload it once more."
_EMPTY = "The Word file holds no text. If its text stands in pictures, upload the text itself."
_STEP = 50
_LONG_CELL = 200

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH, _TABLE, _ROW, _CELL = _W + "p", _W + "tbl", _W + "tr", _W + "tc"
_UNREAD = frozenset(
    {_W + "del", _W + "moveFrom", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
)
_SIGNS = {_W + "tab": " ", _W + "br": "\n", _W + "cr": "\n", _W + "noBreakHyphen": "-", _PARAGRAPH: "\n"}


def read_word_file(data: bytes, progress: Progress) -> Extracted:
    """Read the paragraphs of a .docx in order, a table's row as one line; what Word keeps as deleted is left out."""
    check_archive(data)
    try:
        body = docx.Document(io.BytesIO(data)).element.body
    except etree.XMLSyntaxError as wrong:
        if wrong.code == etree.ErrorTypes.ERR_NO_MEMORY:  # the parser's own way to say what Python calls MemoryError
            raise MemoryError from wrong
        raise BrokenDocument(_BROKEN) from wrong
    except (OpcError, LookupError, ValueError, TypeError, AttributeError, etree.LxmlError, OSError) as wrong:
        raise BrokenDocument(_BROKEN) from wrong
    parts: list[str] = []
    for done, child in enumerate(body, 1):
        parts += _blocks(child)
        if done % _STEP == 0 or done == len(body):
            progress(done, len(body))
    text = "".join(parts).strip("\n")
    if not text.strip():
        raise EmptyDocument(_EMPTY)
    return Extracted(visible(text), f"python-docx {docx.__version__}")


def _blocks(element: Any) -> Iterator[str]:
    """Write each paragraph and row with the line breaks before it; the items of a list stand right under each other."""
    if element.tag in _UNREAD:
        return
    if element.tag == _PARAGRAPH:
        text = _text(element).strip()
        if text:
            yield f"\n- {text}" if _is_item(element) else f"\n\n{text}\n"
    elif element.tag == _TABLE:
        yield "\n"
        for row in element.iterchildren(_ROW):
            yield from _row(row)
        yield "\n"
    else:
        for child in element:
            yield from _blocks(child)


def _row(row: Any) -> Iterator[str]:
    """A row of short cells is one line; a table that only lays out a page gives its paragraphs."""
    cells = [[text for block in _blocks(cell) if (text := block.strip())] for cell in row.iterchildren(_CELL)]
    if len(cells) == 1 or any(_is_layout(cell) for cell in cells):
        yield from (f"\n\n{text}\n" for cell in cells for text in cell)
    elif any(cells):
        yield "\n" + " | ".join(" ".join(" ".join(cell).split()) for cell in cells)


def _is_layout(cell: Sequence[str]) -> bool:
    return len(cell) > 1 and max(map(len, cell)) > _LONG_CELL


def _is_item(paragraph: Any) -> bool:
    properties = paragraph.find(_W + "pPr")
    if properties is None:
        return False
    style = properties.find(_W + "pStyle")
    named = style is not None and (style.get(_W + "val") or "").startswith(("List", "Aufzählung"))
    return named or properties.find(_W + "numPr") is not None


def _text(paragraph: Any) -> str:
    parts: list[str] = []
    walk = etree.iterwalk(paragraph, events=("start",))
    for _, element in walk:
        if element.tag in _UNREAD:
            walk.skip_subtree()
        elif element.tag == _W + "t":
            parts.append(element.text or "")
        elif element is not paragraph:
            parts.append(_SIGNS.get(element.tag, ""))
    return "".join(parts)
