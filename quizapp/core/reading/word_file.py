"""A Word file: its paragraphs and tables in order, its notes at the end of each section."""

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
from quizapp.core.reading.word_notes import Notes
from quizapp.core.reading.word_text import PARAGRAPH, UNREAD, W, style_of, text_of

_BROKEN = "The Word file is damaged: it cannot be opened. Open it in Word, save it again, and upload it once more."
_EMPTY = "The Word file holds no text. If its text stands in pictures, upload the text itself."
_STEP = 50
_LONG_CELL = 200

_TABLE, _ROW, _CELL = W + "tbl", W + "tr", W + "tc"


def read_word_file(data: bytes, progress: Progress) -> Extracted:
    """Read the paragraphs of a .docx in order, a table's row as one line; what Word keeps as deleted is left out."""
    check_archive(data)
    try:
        opened = docx.Document(io.BytesIO(data))
        body, notes = opened.element.body, Notes(opened.part)
    except etree.XMLSyntaxError as wrong:
        if wrong.code == etree.ErrorTypes.ERR_NO_MEMORY:  # the parser's own way to say what Python calls MemoryError
            raise MemoryError from wrong
        raise BrokenDocument(_BROKEN) from wrong
    except (OpcError, LookupError, ValueError, TypeError, AttributeError, etree.LxmlError, OSError) as wrong:
        raise BrokenDocument(_BROKEN) from wrong
    parts: list[str] = []
    for done, child in enumerate(body, 1):
        parts += map(_set_apart, notes.due_before(child))
        notes.number(child)
        parts += _blocks(child)
        if done % _STEP == 0 or done == len(body):
            progress(done, len(body))
    text = "".join([*parts, *map(_set_apart, notes.due())]).strip("\n")
    if not text.strip():
        raise EmptyDocument(_EMPTY)
    return Extracted(visible(text), f"python-docx {docx.__version__}")


def _blocks(element: Any) -> Iterator[str]:
    """Write each paragraph and row with the line breaks before it; the items of a list stand right under each other."""
    if element.tag in UNREAD:
        return
    if element.tag == PARAGRAPH:
        text = text_of(element).strip()
        if text:
            yield f"\n- {text}" if _is_item(element) else _set_apart(text)
    elif element.tag == _TABLE:
        yield "\n"
        for row in element.iterchildren(_ROW):
            yield from _row(row)
        yield "\n"
    else:
        for child in element:
            yield from _blocks(child)


def _set_apart(text: str) -> str:
    return f"\n\n{text}\n"


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
    named = style_of(paragraph).startswith(("List", "Aufzählung"))
    return named or paragraph.find(f"{W}pPr/{W}numPr") is not None
