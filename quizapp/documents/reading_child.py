"""The process that reads one file under limits: `python -m quizapp.documents.reading_child`.

It takes a line of JSON (the file's name, an encoding) and then the file's bytes on standard input, and writes lines of
JSON: one for each page that was read, and at last the document or the refusal.
"""

import json
import os
import sys
from typing import Any, BinaryIO

from quizapp.core.reading.document import ReadDocument, read_document
from quizapp.core.reading.errors import ReadingStopped, UnreadableDocument
from quizapp.core.reading.file_type import LARGEST
from quizapp.core.reading.spans import Drop, Passage

MEMORY = 1024 * 1024 * 1024
_HOUR = 3600
_NO_MEMORY = "Reading this file needs more than 1 GB of memory, so it was stopped. Upload it in parts."


def main() -> None:
    """Read the file on standard input; what libraries print goes where errors go."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    _limit_this_process()
    _say(out, _read(out))
    out.close()
    os._exit(0)  # a huge document is not taken apart object by object only to end


def _read(out: BinaryIO) -> dict[str, Any]:
    try:
        asked = json.loads(sys.stdin.buffer.readline())
        data = sys.stdin.buffer.read(LARGEST + 1)
        document = read_document(
            data,
            asked["filename"],
            encoding=asked["encoding"],
            progress=lambda done, of: _say(out, {"done": done, "of": of}),
        )
        return {"document": packed(document)}
    except UnreadableDocument as refused:
        return {"refused": type(refused).__name__, "why": str(refused)}
    except (MemoryError, RecursionError):
        return {"refused": ReadingStopped.__name__, "why": _NO_MEMORY}


def _say(out: BinaryIO, said: dict[str, Any]) -> None:
    out.write(json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")
    out.flush()


def _limit_this_process() -> None:
    """Memory, no files written, no core dump, and a last limit on time for when nobody waits any more."""
    try:
        import resource
    except ImportError:  # Windows has no such limits; the parent's clock remains
        return
    limits = (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_CPU, _HOUR),
    )
    for kind, most in limits:
        try:
            resource.setrlimit(kind, (most, most))
        except (ValueError, OSError):  # a system may refuse one of them or allow less already
            continue


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
    main()
