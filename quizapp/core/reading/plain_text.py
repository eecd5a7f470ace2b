from quizapp.core.reading.decoding import decode
from quizapp.core.reading.extracted import Extracted
from quizapp.core.reading.wrapping import unwrap

_NAMES = {
    "cp1252": "Windows-1252 (Western European)",
    "latin-1": "Latin-1 (Western European)",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
}


def read_plain_text(data: bytes, encoding: str | None = None) -> Extracted:
    """Read a text file; a guessed encoding is said in a note."""
    decoded = decode(data, encoding)
    name = _NAMES.get(decoded.encoding, decoded.encoding)
    notes = (f"The file does not say its encoding: it was read as {name}.",) if decoded.guessed else ()
    return Extracted(unwrap(decoded.text), "plain text", decoded.encoding, notes=notes, is_unpaged=True)
