"""Two programs that start at the same moment, and what is left when one is killed."""

from __future__ import annotations

import os
import sqlite3
import subprocess
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import text

from quizapp.storage.data_directory import secret_key
from quizapp.storage.database import db
from quizapp.storage.errors import StorageBusy, UnwritableData
from quizapp.storage.transaction import transaction
from tests.conftest import ROOT
from tests.postgres import PostgresServer
from tests.serving import PROGRAM


def load_shipped(data: Path, address: str = "") -> subprocess.Popen[str]:
    """Begin to load the shipped bank into an installation, as every start does."""
    environ = os.environ | {"QUIZAPP_DATABASE_URL": address}
    command = [PROGRAM, "load", ROOT / "questions" / "ussr-and-nato", "--data", data]
    return subprocess.Popen(command, env=environ, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def outcomes(programs: list[subprocess.Popen[str]]) -> list[str]:
    """Wait for every program and return how each ended, in order of the alphabet."""
    said = [program.communicate(timeout=120)[0] for program in programs]
    assert [program.returncode for program in programs] == [0] * len(programs), said
    return sorted(line.split(": ", 1)[1].strip() for line in said)


def test_two_first_starts_at_once_on_sqlite(tmp_path: Path) -> None:
    added, nothing = outcomes([load_shipped(tmp_path / "data") for _ in range(2)])
    assert "added" in added
    assert nothing == "nothing new"


def test_two_first_starts_at_once_on_postgresql(
    tmp_path: Path, postgres_server: PostgresServer | None, postgres_database: str
) -> None:
    assert postgres_server is not None
    postgres_server.execute("CREATE DATABASE fresh")
    address = postgres_server.url("fresh")
    added, nothing = outcomes([load_shipped(tmp_path / str(n), address) for n in range(2)])
    assert "added" in added
    assert nothing == "nothing new"


@pytest.mark.parametrize("address", ["nonsense", "mysql://quiz@localhost/quiz", "postgresql+none://localhost/quiz"])
def test_an_address_of_no_database_is_one_clear_line(tmp_path: Path, address: str) -> None:
    program = load_shipped(tmp_path, address)
    said, _ = program.communicate(timeout=60)
    assert program.returncode == 1
    assert said.startswith("Error: QUIZAPP_DATABASE_URL names no database that can be used here")
    assert said.count("\n") == 1


def test_a_secret_key_is_one_for_all_who_ask_at_once(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(secret_key, [tmp_path] * 32))
    assert len(keys) == 1


def test_a_secret_key_that_was_never_written_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "secret-key").touch()
    assert len(secret_key(tmp_path)) == 64


def test_a_secret_key_that_cannot_be_read_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "secret-key").mkdir()
    with pytest.raises(UnwritableData, match=r"The secret key .* cannot be read"):
        secret_key(tmp_path)


@pytest.mark.sqlite_only
def test_a_foreign_program_that_writes_too_long_is_told_as_busy(app: Flask, tmp_path: Path) -> None:
    with app.app_context(), closing(sqlite3.connect(tmp_path / "quizapp.sqlite3", isolation_level=None)) as foreign:
        db.session.execute(text("PRAGMA busy_timeout=50"))
        foreign.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageBusy, match="Another program"), transaction():
            pass
        foreign.execute("ROLLBACK")
        with transaction():
            db.session.execute(text("DELETE FROM throttle"))
