"""Text out of bytes, and which encoding it was."""

import codecs
import re
from dataclasses import dataclass

from quizapp.core.reading.characters import visible
from quizapp.core.reading.errors import EmptyDocument, NotText

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 4096


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding it was in, and whether that was a guess."""

    text: str
    encoding: str
    guessed: bool


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Return the text by its byte order mark, else strict UTF-8, else UTF-16 by its zero bytes, else Windows-1252."""
    if not data.strip(b"\x00 \t\r\n"):
        raise EmptyDocument("The file is empty. Choose a file that holds text.")
    name, skipped, guessed = (encoding, 0, False) if encoding else _encoding_of(data)
    try:
        text = data[skipped:].decode(name)
    except (UnicodeDecodeError, LookupError) as wrong:
        raise NotText(f"The file cannot be read as {name}. Save it as UTF-8 text and upload it again.") from wrong
    return Decoded(visible(text), name, guessed)


def _encoding_of(data: bytes) -> tuple[str, int, bool]:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name, len(mark), False
    wide = _wide_encoding(data[:_SAMPLE])
    if wide:
        return wide, 0, True
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return _single_byte(data), 0, True
    return "utf-8", 0, False


def _wide_encoding(sample: bytes) -> str | None:
    """UTF-16 without its mark shows a zero in every second byte of Latin text, and in hardly any of the others."""
    pairs = len(sample) // 2
    if not pairs:
        return None
    first, second = sample[: 2 * pairs : 2].count(0) / pairs, sample[1 : 2 * pairs : 2].count(0) / pairs
    if second > 0.4 and first < 0.05:
        return "utf-16-le"
    return "utf-16-be" if first > 0.4 and second < 0.05 else None


def _single_byte(data: bytes) -> str:
    """Windows-1252 leaves five bytes undefined; text that uses one of them is read as Latin-1."""
    return "latin-1" if re.search(rb"[\x81\x8d\x8f\x90\x9d]", data) else "cp1252"
