"""The text layer of a PDF."""

import io
import re
from collections import deque
from collections.abc import Mapping, Sequence
from typing import Any

import pypdf
from pypdf.errors import DependencyError, PyPdfError

from quizapp.core.reading.errors import BrokenDocument, EmptyDocument, NotText, ProtectedDocument, ScannedDocument
from quizapp.core.reading.extracted import Extracted, Progress
from quizapp.core.reading.file_type import check_pages
from quizapp.core.reading.joining import join_lines, words_in
from quizapp.core.reading.pdf.lines import PdfLine, page_lines
from quizapp.core.reading.pdf.paragraphs import in_one_list, paragraphs, usual_leading
from quizapp.core.reading.pdf.running import running_lines
from quizapp.core.reading.pdf.warnings import heard
from quizapp.core.reading.spans import Drop

_READER = f"pypdf {pypdf.__version__}"
_BROKEN = "The PDF is damaged or cut short: it cannot be opened. Download or save it again and upload it once more."
_PROTECTED = "The PDF is locked by a password. Open it, print it to a new PDF without a password, and upload that."
_SCANNED = (
    "The pages of this PDF are pictures, with no text in them: it is a scan. Run text recognition (OCR) on it, or"
    " upload the text itself."
)
_LOST = re.compile("[\ufffd\ue000-\uf8ff]")
_EMPTY = "The PDF holds no text."
_NO_LETTERS = (
    "The letters of this PDF cannot be told: its fonts do not say which letter is which. Run text recognition (OCR) on"
    " it, or upload the text itself."
)


def read_pdf(data: bytes, progress: Progress) -> Extracted:
    """Read a PDF's text with words and paragraphs healed; running heads and page numbers come as drops."""
    with heard() as ear:
        pages, notes = _read_pages(_opened(data), progress)
    lines = [line for page in pages for line in page]
    _check_letters("".join(line.text for line in lines))
    running = running_lines(pages)
    text, drops = _laid_out(lines, running)
    return Extracted(text, _READER, drops=drops, notes=(*notes, *ear.notes()))


def _opened(data: bytes) -> pypdf.PdfReader:
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ProtectedDocument(_PROTECTED)
        pages = len(reader.pages)
    except (ProtectedDocument, MemoryError):
        raise
    except DependencyError as wrong:
        raise ProtectedDocument(_PROTECTED) from wrong
    except Exception as wrong:  # a damaged file makes pypdf fail in any way
        raise BrokenDocument(_BROKEN) from wrong
    if not pages:
        raise BrokenDocument(_BROKEN)
    check_pages(pages)
    return reader


def _read_pages(reader: pypdf.PdfReader, progress: Progress) -> tuple[list[list[PdfLine]], tuple[str, ...]]:
    pages: list[list[PdfLine]] = []
    failed: list[int] = []
    count = len(reader.pages)
    for number in range(count):
        try:
            pages.append(page_lines(reader.pages[number], number))
        except MemoryError:
            raise
        except Exception:  # a damaged page is left out and said; the others are read
            pages.append([])
            failed.append(number)
        progress(number + 1, count)
    if not any(pages):
        raise _without_text(reader, failed)
    empty = [number for number, page in enumerate(pages) if not page and number not in failed]
    return pages, (
        *_note(failed, "could not be read"),
        *_note(empty, "held no text: if they are pictures, they are missing"),
    )


def _without_text(reader: pypdf.PdfReader, failed: Sequence[int]) -> Exception:
    if len(failed) == len(reader.pages):
        return BrokenDocument(_BROKEN)
    return ScannedDocument(_SCANNED) if any(map(_has_picture, reader.pages)) else EmptyDocument(_EMPTY)


def _has_picture(page: pypdf.PageObject) -> bool:
    try:
        resources: Any = page["/Resources"]
        objects = resources["/XObject"].get_object()
        return any(found.get_object().get("/Subtype") in {"/Image", "/Form"} for found in objects.values())
    except (KeyError, AttributeError, TypeError, PyPdfError):
        return False


def _note(numbers: Sequence[int], what: str) -> tuple[str, ...]:
    if not numbers:
        return ()
    listed = ", ".join(str(number + 1) for number in numbers[:20]) + (" …" if len(numbers) > 20 else "")
    return (f"{'Page' if len(numbers) == 1 else 'Pages'} {listed} {what}.",)


def _check_letters(text: str) -> None:
    """A font without a table of its letters gives replacement or private characters instead of words."""
    lost = len(_LOST.findall(text))
    if lost > 0.2 * len(text):
        raise NotText(_NO_LETTERS)


def _laid_out(lines: Sequence[PdfLine], running: Mapping[PdfLine, str]) -> tuple[str, tuple[Drop, ...]]:
    """Write each paragraph on a line; what a page prints at its edges follows the paragraph it would interrupt."""
    body = [line for line in lines if line not in running]
    aside = deque((n, line) for n, line in enumerate(lines) if line in running)
    places = {id(line): n for n, line in enumerate(lines)}
    known, leading = words_in(line.text for line in body), usual_leading(body)
    page = _Sheet()
    above: list[PdfLine] = []
    for paragraph in paragraphs(body):
        while aside and aside[0][0] < places[id(paragraph[0])]:
            page.drop(aside[0][1].text, running[aside.popleft()[1]])
        page.write(
            join_lines([line.text for line in paragraph], known),
            apart=not above or not in_one_list(above, paragraph, leading),
        )
        above = paragraph
    for _, line in aside:
        page.drop(line.text, running[line])
    return "".join(page.parts), tuple(page.drops)


class _Sheet:
    """The text as it is written, paragraph after paragraph, with its drops."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.drops: list[Drop] = []
        self._at = 0

    def write(self, text: str, *, apart: bool) -> None:
        written = ("" if not self.parts else "\n\n" if apart else "\n") + text
        self.parts.append(written)
        self._at += len(written)

    def drop(self, text: str, reason: str) -> None:
        self.write(text, apart=True)
        self.drops.append(Drop(self._at - len(text), self._at, reason))
