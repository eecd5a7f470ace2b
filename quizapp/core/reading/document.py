"""A document as read: its text, what was set aside, its passages."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from quizapp.core.reading.cleaning.furniture import find_furniture
from quizapp.core.reading.extracted import Extracted, Progress, unseen
from quizapp.core.reading.file_type import file_type
from quizapp.core.reading.passages import passages_of
from quizapp.core.reading.plain_text import read_plain_text
from quizapp.core.reading.spans import Drop, Passage


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """The text as read never changes; drops are spans over it, and no passage lies in one."""

    text: str
    drops: tuple[Drop, ...] = ()
    passages: tuple[Passage, ...] = ()
    encoding: str = "utf-8"
    reader: str = "plain text"
    notes: tuple[str, ...] = ()
    title: str = ""

    @property
    def content_hash(self) -> str:
        """The SHA-256 of the text as read."""
        return sha256(self.text.encode()).hexdigest()


def read_document(
    data: bytes, filename: str, *, encoding: str | None = None, progress: Progress = unseen
) -> ReadDocument:
    """Read a file's bytes into text, drops and passages; the same bytes always give the same result."""
    extracted = _extracted(data, filename, encoding, progress)
    # A file of pages has told of each by now; what has none tells of its lines, which are gone through twice.
    first, second = _halves(progress) if extracted.is_unpaged else (unseen, unseen)
    drops = (*extracted.drops, *find_furniture(extracted.text, extracted.drops, first))
    read = ReadDocument(
        extracted.text,
        encoding=extracted.encoding,
        reader=extracted.reader,
        notes=extracted.notes,
        title=extracted.title,
    )
    return with_drops(read, drops, second)


def _halves(progress: Progress) -> tuple[Progress, Progress]:
    return lambda done, of: progress(done, 2 * of), lambda done, of: progress(of + done, 2 * of)


def restore(document: ReadDocument, drop: Drop) -> ReadDocument:
    """Return the document with one dropped span put back; no offset moves."""
    return with_drops(document, tuple(kept for kept in document.drops if kept != drop))


def with_drops(document: ReadDocument, drops: Sequence[Drop], progress: Progress = unseen) -> ReadDocument:
    """Return the document with these spans dropped and its passages found anew."""
    ordered = tuple(sorted(drops, key=lambda drop: (drop.start, drop.end)))
    return replace(document, drops=ordered, passages=passages_of(document.text, ordered, progress))


def _extracted(data: bytes, filename: str, encoding: str | None, progress: Progress) -> Extracted:
    """Each reader brings a large library of its own; a process that only shows documents never loads them."""
    match file_type(data, filename):
        case "pdf":
            from quizapp.core.reading.pdf.reader import read_pdf

            return read_pdf(data, progress)
        case "docx":
            from quizapp.core.reading.word_file import read_word_file

            return read_word_file(data, progress)
        case "html":
            from quizapp.core.reading.web_page import read_web_page

            return read_web_page(data, encoding)
        case _:
            return read_plain_text(data, encoding)
