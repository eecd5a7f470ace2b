"""Reading a file in a child process that can be ended: on time, on memory, on the size of what it says."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import IO, Any

from quizapp.core.reading import errors
from quizapp.core.reading.document import ReadDocument
from quizapp.core.reading.errors import ReadingStopped, UnreadableDocument
from quizapp.core.reading.extracted import Progress, unseen
from quizapp.core.reading.file_type import check_size
from quizapp.documents.reading_child import unpacked

PATIENCE = 30.0
PATIENCE_FOR_A_MEGABYTE = 4.0
_MOST_SAID = 160 * 1024 * 1024
# What an interpreter may need to start; no setting and no secret of the program is among it.
_KEPT = ("PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT", "TEMP", "TMP")
_CHILD = "quizapp.documents.reading_child"
_BROKE_OFF = "Reading this file broke off: it is damaged, or asks for more than a document should."


def read_in_child(
    source: bytes | Path,
    filename: str,
    *,
    progress: Progress = unseen,
    encoding: str | None = None,
    patience: float | None = None,
) -> ReadDocument:
    """Read a file's bytes in a child process; raise UnreadableDocument for a refusal, a standstill or a crash."""
    if isinstance(source, Path):
        check_size(source.stat().st_size)
        source = source.read_bytes()
    check_size(len(source))
    asked = json.dumps({"filename": filename, "encoding": encoding}).encode() + b"\n"
    waiting = patience or PATIENCE + PATIENCE_FOR_A_MEGABYTE * len(source) / 1024 / 1024
    child = _started()
    try:
        Thread(target=_feed, args=(child.stdin, asked + source), daemon=True).start()
        return _outcome(_said_by(child, waiting), progress)
    finally:
        _end(child)


def _started() -> subprocess.Popen[bytes]:
    """Start the child with this program's own modules and none of its settings."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    paths = os.pathsep.join(path for path in sys.path if path)
    return subprocess.Popen(  # noqa: S603 - our own module, no shell, nothing of the upload in the command
        [sys.executable, "-m", _CHILD],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**kept, "PYTHONPATH": paths, "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"},
    )


def _feed(pipe: IO[bytes] | None, data: bytes) -> None:
    if pipe is None:
        return
    try:
        pipe.write(data)
        pipe.close()
    except OSError:  # the child refused the file before it had all of it, or was ended
        return


def _said_by(child: subprocess.Popen[bytes], patience: float) -> Iterator[dict[str, Any]]:
    """Yield what the child says, as long as it says something within the time allowed."""
    lines: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_listen, args=(child.stdout, lines), daemon=True).start()
    last = "nothing was read yet"
    while True:
        try:
            line = lines.get(timeout=patience)
        except Empty:
            raise ReadingStopped(
                f"Reading stood still for {patience:.0f} seconds ({last}), so it was stopped. Upload the file in parts."
            ) from None
        if not line.endswith(b"\n"):
            raise ReadingStopped(_BROKE_OFF)
        said = json.loads(line)
        if "done" in said:
            last = f"{said['done']} of {said['of']} pages were read"
        yield said


def _listen(pipe: IO[bytes] | None, lines: SimpleQueue[bytes]) -> None:
    """Pass on whole lines; an end, or more than a document can hold, comes as a line without its end."""
    left = _MOST_SAID
    while pipe and left > 0:
        try:
            line = pipe.readline(left)
        except (OSError, ValueError):
            line = b""
        lines.put(line)
        if not line:
            return
        left -= len(line)
    lines.put(b"")


def _outcome(said: Iterator[dict[str, Any]], progress: Progress) -> ReadDocument:
    for line in said:
        if "document" in line:
            return unpacked(line["document"])
        if "refused" in line:
            raise _refusal(line["refused"], line["why"])
        progress(line["done"], line["of"])
    raise ReadingStopped(_BROKE_OFF)


def _refusal(name: str, why: str) -> UnreadableDocument:
    kind = getattr(errors, name, UnreadableDocument)
    return kind(why) if issubclass(kind, UnreadableDocument) else UnreadableDocument(why)


def _end(child: subprocess.Popen[bytes]) -> None:
    child.kill()
    child.wait()
    if child.stdout:
        child.stdout.close()
