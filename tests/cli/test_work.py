"""The process for long work: beside its server, again when it dies, and never without it."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from quizapp.cli import workers
from tests.serving import Serving, running, start

pytestmark = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="the system does not tell of processes")
PATIENCE = 30.0


def workers_of(data: Path) -> list[int]:
    """Return the processes that do long work on a data directory."""
    return [pid for pid, command in commands() if "work" in command and str(data) in command]


def commands() -> Iterator[tuple[int, list[str]]]:
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                yield int(entry.name), (entry / "cmdline").read_text().split("\0")
            except OSError:  # it has ended meanwhile
                continue


def until(found: Callable[[], bool]) -> bool:
    """Wait for something to be so."""
    given_up = time.monotonic() + PATIENCE
    while not found():
        if time.monotonic() > given_up:
            return False
        time.sleep(0.05)
    return True


def the_worker(data: Path) -> int:
    assert until(lambda: len(workers_of(data)) == 1)
    return workers_of(data)[0]


def test_it_begins_and_ends_with_its_server(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with running(data, workers=2):
        the_worker(data)
    assert workers_of(data) == []


def test_it_is_started_again_when_it_dies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = tmp_path / "data"
    with running(data):
        first = the_worker(data)
        time.sleep(workers.LEAST_SECONDS)
        os.kill(first, signal.SIGKILL)
        assert until(lambda: workers_of(data) not in ([], [first]))


def test_it_ends_when_its_server_is_killed(tmp_path: Path) -> None:
    data = tmp_path / "data"
    serving: Serving = start(data, workers=2)
    the_worker(data)
    os.kill(serving.process.pid, signal.SIGKILL)  # the server alone: its own processes notice by themselves
    serving.process.wait()
    assert until(lambda: workers_of(data) == [])
    assert serving.process.stdout is not None
    serving.process.stdout.close()


def test_by_itself_it_works_until_told_to_stop(tmp_path: Path) -> None:
    data = tmp_path / "data"
    process = subprocess.Popen(
        [sys.executable, "-m", "quizapp.cli", "work", "--data", str(data)], stdin=subprocess.DEVNULL
    )
    assert until(lambda: (data / "quizapp.sqlite3").exists())
    time.sleep(1)
    assert process.poll() is None
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=PATIENCE) == 0


def test_a_job_of_a_server_that_was_killed_is_done_by_the_next_one(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with running(data):
        the_worker(data)
    with closing(sqlite3.connect(data / "quizapp.sqlite3")) as connection, connection:
        connection.execute(
            "INSERT INTO person (display_name, session_key, is_teacher, is_admin, created_at)"
            " VALUES ('Tess', 'k', 1, 0, '2026-01-01 00:00:00.000000')"
        )
        connection.execute(
            "INSERT INTO job (kind, owner_id, input, result, state, step, done, total, message, created_at, beat_at)"
            " VALUES ('read', 1, '{\"names\": [\"a.txt\"]}', '{}', 'running', 'Reading', 1, 2, '',"
            " '2026-01-01 00:00:00.000000', '2026-01-01 00:00:00.000000')"
        )
        connection.execute("INSERT INTO upload (job_id, name, size) VALUES (1, 'a.txt', 29)")
        text = b"The mill was built in 1712."
        connection.execute("INSERT INTO upload_part (upload_id, position, data) VALUES (1, 0, ?)", (text,))

    def state() -> tuple[str, int]:
        with closing(sqlite3.connect(data / "quizapp.sqlite3")) as connection:
            (found,) = connection.execute("SELECT state FROM job").fetchone()
            (parts,) = connection.execute("SELECT count(*) FROM upload_part").fetchone()
            return found, parts

    with running(data):
        assert until(lambda: state() == ("done", 0))
