"""Reading a file in a child process that can be ended: on time, on memory, on the size of what it says."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from quizapp.core.reading import errors
from quizapp.core.reading.document import ReadDocument
from quizapp.core.reading.errors import ReadingStopped, UnreadableDocument
from quizapp.core.reading.extracted import Progress, unseen
from quizapp.core.reading.file_type import check_size
from quizapp.documents.child_process import ChildBrokeOff, ChildStoodStill, Pulse, answers_of, no_pulse
from quizapp.documents.reading_child import unpacked

PATIENCE = 30.0
PATIENCE_FOR_A_MEGABYTE = 4.0
_CHILD = "quizapp.documents.reading_child"
_BROKE_OFF = "Reading this file broke off: it is damaged, or asks for more than a document should."


def read_in_child(
    source: bytes | Path,
    filename: str,
    *,
    progress: Progress = unseen,
    encoding: str | None = None,
    patience: float | None = None,
    pulse: Pulse = no_pulse,
) -> ReadDocument:
    """Read a file's bytes in a child process; raise UnreadableDocument for a refusal, a standstill or a crash."""
    if isinstance(source, Path):
        check_size(source.stat().st_size)
        source = source.read_bytes()
    check_size(len(source))
    asked = json.dumps({"filename": filename, "encoding": encoding}).encode() + b"\n"
    waiting = patience or PATIENCE + PATIENCE_FOR_A_MEGABYTE * len(source) / 1024 / 1024
    reading = _Reading(progress)
    with answers_of(_CHILD, asked + source, patience=waiting, pulse=pulse) as said:
        try:
            return reading.outcome(said)
        except ChildBrokeOff:
            raise ReadingStopped(_BROKE_OFF) from None
        except ChildStoodStill:
            raise ReadingStopped(
                f"Reading stood still for {waiting:.0f} seconds ({reading.last}), so it was stopped. "
                "Upload the file in parts."
            ) from None


class _Reading:
    """What the child has said so far of its reading."""

    def __init__(self, progress: Progress) -> None:
        self.last = "nothing was read yet"
        self._progress = progress

    def outcome(self, said: Iterator[dict[str, Any]]) -> ReadDocument:
        """Return the document that the child comes to, or raise its refusal."""
        for line in said:
            if "document" in line:
                return unpacked(line["document"])
            if "refused" in line:
                raise _refusal(line["refused"], line["why"])
            self.last = f"{line['done']} of {line['of']} pages were read"
            self._progress(line["done"], line["of"])
        raise ChildBrokeOff


def _refusal(name: str, why: str) -> UnreadableDocument:
    kind = getattr(errors, name, UnreadableDocument)
    return kind(why) if issubclass(kind, UnreadableDocument) else UnreadableDocument(why)
