from __future__ import annotations

import os
import re
import socket
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import migrate, settings_for
from tests.serving import PROGRAM, fetch, running, start, stop


def run_serve(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environ = {name: value for name, value in os.environ.items() if not name.startswith("QUIZAPP_")}
    return subprocess.run(
        [PROGRAM, "serve", *arguments], cwd=cwd, env=environ, capture_output=True, text=True, timeout=60, check=False
    )


def counts(data: Path) -> list[tuple[int, ...]]:
    tables = ("bank", "document", "fact", "question", "question_version", "quiz", "edition", "edition_item")
    with closing(sqlite3.connect(data / "quizapp.sqlite3")) as connection:
        return [connection.execute(f"SELECT count(*) FROM {table}").fetchone() for table in tables]


def test_it_works_and_serving_again_doubles_nothing(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with running(data) as serving:
        assert "The USSR and NATO" in fetch(serving.address + "/")
        assert re.search(r"/account/invitation/\S{22,}", serving.printed)
    before = counts(data)
    assert all(count > (0,) for count in before)
    assert stop(start(data)) == 0
    assert counts(data) == before


def test_a_port_in_use_is_one_clear_line(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = run_serve("--port", str(port), "--data", str(tmp_path / "data"), cwd=tmp_path)
    assert result.returncode == 1
    assert result.stderr == (
        f"Error: Port {port} on 127.0.0.1 is in use. Choose another with --port, for example --port {port + 1}.\n"
    )


def test_an_unwritable_data_directory_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    result = run_serve("--port", "0", "--data", str(tmp_path / "file" / "data"), cwd=tmp_path)
    assert result.returncode == 1
    assert re.fullmatch(r"Error: The data directory \S+ cannot be written \(.+\)\. Choose another .+\n", result.stderr)


def test_a_database_of_a_newer_version_is_one_clear_line(tmp_path: Path) -> None:
    data = tmp_path / "data"
    assert stop(start(data)) == 0
    with closing(sqlite3.connect(data / "quizapp.sqlite3")) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    result = run_serve("--port", "0", "--data", str(data), cwd=tmp_path)
    assert result.returncode == 1
    assert result.stderr.startswith("Error: The database is at revision 9999")
    assert result.stderr.count("\n") == 1


def test_a_file_that_is_no_database_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "quizapp.sqlite3").write_text("not a database " * 100)
    result = run_serve("--port", "0", "--data", str(tmp_path), cwd=tmp_path)
    assert result.returncode == 1
    assert result.stderr == "Error: The database cannot be used: file is not a database.\n"


@pytest.mark.parametrize("setting", ["QUIZAPP_HTTPS", "QUIZAPP_WORKERS"])
def test_a_setting_that_cannot_be_read_is_one_clear_line(setting: str, tmp_path: Path) -> None:
    result = subprocess.run(
        [PROGRAM, "doctor", "--data", tmp_path], env=os.environ | {setting: "perhaps"}, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert result.returncode == 1
    assert result.stderr.startswith(f"Error: {setting} is “perhaps”")


def test_the_doctor_makes_no_installation_of_its_own(tmp_path: Path) -> None:
    result = subprocess.run([PROGRAM, "doctor", "--data", tmp_path], capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert result.stderr == f"Error: There is no installation in {tmp_path} yet; quizapp serve makes one.\n"
    assert list(tmp_path.iterdir()) == []


def test_the_doctor_says_why_the_database_is_safe(tmp_path: Path) -> None:
    migrate(settings_for(tmp_path).database, tmp_path)
    result = subprocess.run([PROGRAM, "doctor", "--data", tmp_path], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    assert re.search(r"SQLite \d+\.\d+\.\d+, journal wal, synchronous 2\nSafe: ", result.stdout)
