"""One writer at a time, in this process and between processes: fair waiting, and no checkpoint can race a writer."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from quizapp.storage.errors import StorageBusy

try:
    import fcntl
except ImportError:  # Windows: one serving process, so the thread lock is enough there
    fcntl = None  # type: ignore[assignment]

WAIT_SECONDS = 15.0
POLL_SECONDS = 0.002
_thread_locks: dict[Path, threading.Lock] = {}
_thread_locks_guard = threading.Lock()


@contextmanager
def writer_lock(database: Path, *, wait_seconds: float = WAIT_SECONDS) -> Iterator[None]:
    """Hold the right to write to a SQLite file; raise StorageBusy after wait_seconds."""
    deadline = time.monotonic() + wait_seconds
    thread_lock = _thread_lock(database)
    if not thread_lock.acquire(timeout=wait_seconds):
        raise StorageBusy("Another write is taking too long; nothing was saved. Try again.")
    try:
        with _lock_file(database).open("a") as handle:
            _lock_between_processes(handle, deadline)
            yield
    finally:
        thread_lock.release()


def _thread_lock(database: Path) -> threading.Lock:
    with _thread_locks_guard:
        return _thread_locks.setdefault(database, threading.Lock())


def _lock_file(database: Path) -> Path:
    return database.with_name(database.name + ".lock")


def _lock_between_processes(handle: IO[str], deadline: float) -> None:
    while fcntl is not None:
        try:
            # Closing the file, also by the end of the process, gives the lock back.
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > deadline:
                raise StorageBusy("Another program is writing to the database; nothing was saved. Try again.") from None
            time.sleep(POLL_SECONDS)
        else:
            return
