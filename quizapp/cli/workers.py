"""The process for long work beside a server: started with it, started again when it dies, ended with it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

PAGES_FIRST = 1.0  # seconds in which a starting server has the machine for itself
LEAST_SECONDS = 5.0  # between two starts, so that a machine out of memory is not kept busy with them
PATIENCE = 10.0


class WorkProcess:
    """`quizapp work` in a process of its own; it ends when this one does, however that happens.

    It reads from a pipe of which only this process holds the other end, so that even a killed server ends it.
    """

    def __init__(self, data: Path) -> None:
        self._command = [sys.executable, "-m", "quizapp.cli", "work", "--until-closed", "--data", str(data)]
        self._process: subprocess.Popen[bytes] | None = None
        self._not_before = time.monotonic() + PAGES_FIRST
        self._owner = os.getpid()

    def keep_alive(self) -> None:
        """Start the process where it does not run."""
        if self._process is not None and self._process.poll() is None:
            return
        if time.monotonic() < self._not_before:
            return
        self._not_before = time.monotonic() + LEAST_SECONDS
        self._process = subprocess.Popen(self._command, stdin=subprocess.PIPE)  # noqa: S603 - our own command

    def let_go(self) -> None:
        """In a forked child: close what would keep the process alive after its server."""
        if self._process is not None and self._process.stdin is not None:
            self._process.stdin.close()

    def end(self) -> None:
        """End the process; what it was doing waits for the next start."""
        if self._process is None or os.getpid() != self._owner:
            return
        self._process.terminate()
        self.let_go()
        try:
            self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
