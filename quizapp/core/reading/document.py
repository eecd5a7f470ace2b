"""A document as read: its text, what was set aside, its passages."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from quizapp.core.reading.cleaning.furniture import find_furniture
from quizapp.core.reading.decoding import Decoded, decode
from quizapp.core.reading.passages import passages_of
from quizapp.core.reading.spans import Drop, Passage

_GUESSES = {
    "cp1252": "Windows-1252 (Western European)",
    "latin-1": "Latin-1 (Western European)",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
}


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """The text as read never changes; drops are spans over it, and no passage lies in one."""

    text: str
    drops: tuple[Drop, ...] = ()
    passages: tuple[Passage, ...] = ()
    encoding: str = "utf-8"
    reader: str = "plain text"
    notes: tuple[str, ...] = ()

    @property
    def content_hash(self) -> str:
        """The SHA-256 of the text as read."""
        return sha256(self.text.encode()).hexdigest()


def read_document(data: bytes, filename: str, *, encoding: str | None = None) -> ReadDocument:
    """Read a file's bytes into text, drops and passages; the same bytes always give the same result."""
    decoded = decode(data, encoding)
    return _of_text(decoded.text, decoded)


def restore(document: ReadDocument, drop: Drop) -> ReadDocument:
    """Return the document with one dropped span put back; no offset moves."""
    return with_drops(document, tuple(kept for kept in document.drops if kept != drop))


def with_drops(document: ReadDocument, drops: Sequence[Drop]) -> ReadDocument:
    """Return the document with these spans dropped and its passages found anew."""
    ordered = tuple(sorted(drops, key=lambda drop: (drop.start, drop.end)))
    return replace(document, drops=ordered, passages=passages_of(document.text, ordered))


def _of_text(text: str, decoded: Decoded) -> ReadDocument:
    note = f"The encoding was not stated: the file was read as {_GUESSES.get(decoded.encoding, decoded.encoding)}."
    read = ReadDocument(text, encoding=decoded.encoding, notes=(note,) if decoded.guessed else ())
    return with_drops(read, find_furniture(text))
