"""Starting the real `quizapp serve` as its own process, and stopping it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PROGRAM = Path(sys.executable).with_name("quizapp")


@dataclass(frozen=True, slots=True)
class Serving:
    """A running server: its process, its address, and what it printed before it was ready."""

    process: subprocess.Popen[str]
    address: str
    printed: str


def start(data: Path, *, program: Path = PROGRAM, workers: int = 1, database_url: str = "") -> Serving:
    """Start a server on a free port and wait until it answers."""
    environ = {name: value for name, value in os.environ.items() if not name.startswith("QUIZAPP_")}
    environ |= {"PYTHONUNBUFFERED": "1", "QUIZAPP_WORKERS": str(workers), "QUIZAPP_DATABASE_URL": database_url}
    process = subprocess.Popen(
        [str(program), "serve", "--port", "0", "--data", str(data)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=data.parent,
        env=environ,
        start_new_session=True,
    )
    return wait_until_ready(process)


def wait_until_ready(process: subprocess.Popen[str]) -> Serving:
    """Read what a starting server prints until its address is known, then wait for its first answer."""
    assert process.stdout is not None
    printed, address = "", ""
    while not address:
        line = process.stdout.readline()
        assert line, f"the server ended with {process.wait()} before it said where it serves: {printed}"
        printed += line
        found = re.search(r"serves at (http://\S+)", line)
        address = found[1] if found else ""
    fetch(address + "/healthz")
    return Serving(process, address, printed)


def fetch(address: str) -> str:
    """Return a page, trying again for a while until somebody answers."""
    for _ in range(150):
        try:
            with urllib.request.urlopen(address, timeout=10) as response:
                return str(response.read().decode())
        except (ConnectionError, urllib.error.URLError) as error:
            if isinstance(error, urllib.error.HTTPError):
                raise
            time.sleep(0.1)
    raise AssertionError(f"nothing answers at {address}")


def stop(serving: Serving) -> int:
    """Ask a server to stop and return its exit code."""
    serving.process.send_signal(signal.SIGTERM)
    code = serving.process.wait(timeout=60)
    assert serving.process.stdout is not None
    serving.process.stdout.close()
    return code


def kill(serving: Serving) -> None:
    """Kill a server and all its workers without a chance to tidy up."""
    os.killpg(serving.process.pid, signal.SIGKILL)
    serving.process.wait()
    assert serving.process.stdout is not None
    serving.process.stdout.close()


@contextmanager
def running(data: Path, **options: object) -> Iterator[Serving]:
    """Run a server for the length of a block."""
    serving = start(data, **options)  # type: ignore[arg-type]
    try:
        yield serving
    finally:
        stop(serving)
