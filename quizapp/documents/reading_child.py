"""The process that reads one file under limits: `python -m quizapp.documents.reading_child`.

It takes a line of JSON (the file's name, an encoding) and then the file's bytes on standard input, and writes lines of
JSON: one for each page that was read, and at last the document or the refusal.
"""

import json
import sys
from typing import Any, BinaryIO

from quizapp.core.reading.document import ReadDocument, read_document
from quizapp.core.reading.errors import ReadingStopped, UnreadableDocument
from quizapp.core.reading.file_type import LARGEST
from quizapp.core.reading.spans import Drop, Passage
from quizapp.documents.child_side import answer, say

_NO_MEMORY = "Reading this file needs more than 1 GB of memory, so it was stopped. Upload it in parts."


def _read(out: BinaryIO) -> dict[str, Any]:
    try:
        asked = json.loads(sys.stdin.buffer.readline())
        data = sys.stdin.buffer.read(LARGEST + 1)
        document = read_document(
            data,
            asked["filename"],
            encoding=asked["encoding"],
            progress=lambda done, of: say(out, {"done": done, "of": of}),
        )
        return {"document": packed(document)}
    except UnreadableDocument as refused:
        return {"refused": type(refused).__name__, "why": str(refused)}
    except (MemoryError, RecursionError):
        return {"refused": ReadingStopped.__name__, "why": _NO_MEMORY}


def packed(document: ReadDocument) -> dict[str, Any]:
    """Return the document as plain values."""
    return {
        "text": document.text,
        "drops": [(drop.start, drop.end, drop.reason) for drop in document.drops],
        "passages": [(held.start, held.end, held.paragraph, held.kind) for held in document.passages],
        "encoding": document.encoding,
        "reader": document.reader,
        "notes": document.notes,
        "title": document.title,
    }


def unpacked(values: dict[str, Any]) -> ReadDocument:
    """Return the document that was packed into these values."""
    return ReadDocument(
        text=values["text"],
        drops=tuple(Drop(*drop) for drop in values["drops"]),
        passages=tuple(Passage(*held) for held in values["passages"]),
        encoding=values["encoding"],
        reader=values["reader"],
        notes=tuple(values["notes"]),
        title=values["title"],
    )


if __name__ == "__main__":
    answer(_read)
