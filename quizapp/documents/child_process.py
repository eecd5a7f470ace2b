"""A child process that is given bytes and answers in lines of JSON, and can be ended: on time, on how much it says."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from queue import Empty, SimpleQueue
from threading import Thread
from typing import IO, Any

MOST_SAID = 160 * 1024 * 1024
# What an interpreter may need to start; no setting and no secret of the program is among it.
_KEPT = ("PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT", "TEMP", "TMP")
_PULSE = 0.5

# Called about twice a second while the child is waited for; what it raises ends the child.
Pulse = Callable[[], None]


def no_pulse() -> None:
    """Do nothing while the child is waited for."""


class ChildBrokeOff(Exception):
    """The child ended, or said more than it may, before it had answered."""


class ChildStoodStill(Exception):
    """The child said nothing for longer than it may."""


@contextmanager
def answers_of(
    module: str, message: bytes, *, patience: float, pulse: Pulse = no_pulse
) -> Iterator[Iterator[dict[str, Any]]]:
    """Run a module of ours in a child, give it a message and let what it says be read; it never outlives the block."""
    child = _started(module)
    try:
        Thread(target=_feed, args=(child.stdin, message), daemon=True).start()
        yield _said_by(child, patience, pulse)
    finally:
        _end(child)


def _started(module: str) -> subprocess.Popen[bytes]:
    """Start the child with this program's own modules and none of its settings."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    paths = os.pathsep.join(path for path in sys.path if path)
    return subprocess.Popen(  # noqa: S603 - our own module, no shell, nothing of the message in the command
        [sys.executable, "-m", module],
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
    except OSError:  # the child refused before it had all of it, or was ended
        return


def _said_by(child: subprocess.Popen[bytes], patience: float, pulse: Pulse) -> Iterator[dict[str, Any]]:
    """Yield what the child says, as long as it says something within the time allowed."""
    lines: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_listen, args=(child.stdout, lines), daemon=True).start()
    while True:
        line = _next_line(lines, patience, pulse)
        if not line.endswith(b"\n"):
            raise ChildBrokeOff
        yield json.loads(line)


def _next_line(lines: SimpleQueue[bytes], patience: float, pulse: Pulse) -> bytes:
    given_up = time.monotonic() + patience
    while (left := given_up - time.monotonic()) > 0:
        try:
            return lines.get(timeout=min(_PULSE, left))
        except Empty:
            pulse()
    raise ChildStoodStill


def _listen(pipe: IO[bytes] | None, lines: SimpleQueue[bytes]) -> None:
    """Pass on whole lines; an end, or more than may be said, comes as a line without its end."""
    left = MOST_SAID
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


def _end(child: subprocess.Popen[bytes]) -> None:
    child.kill()
    child.wait()
    if child.stdout:
        child.stdout.close()
