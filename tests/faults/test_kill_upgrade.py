"""A program killed while it upgrades its database: the next start completes the upgrade, and nothing is lost."""

from __future__ import annotations

import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import flask_migrate
import pytest
from flask import Flask

from quizapp.accounts import operations as accounts
from quizapp.app import create_app
from quizapp.attempts import operations as attempts
from quizapp.attempts.given import Given
from quizapp.quizzes.models import Quiz
from quizapp.storage import upgrade
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction
from tests.conftest import settings_for
from tests.small_bank import NOW, load_small_bank

FIRST = "0001"
Rows = dict[str, tuple[list[str], list[tuple[Any, ...]]]]
# The upgrade in a program of its own, which is killed before its nth statement.
KILLED = """
import os, signal, sys
from pathlib import Path
from sqlalchemy import event
from quizapp.app import create_app
from quizapp.config import read_settings
from quizapp.storage.database import db
from quizapp.storage.upgrade import upgrade_database

app = create_app(read_settings({}, data=Path(sys.argv[1]), secret_key="a secret key for tests, thirty-two"))
left = int(sys.argv[2])

def count(connection, cursor, statement, *rest):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)

with app.app_context():
    event.listen(db.engine, "before_cursor_execute", count)
upgrade_database(app)
print(int(sys.argv[2]) - left)
"""


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database as the first version left it, with the small bank, a learner and answers in it."""
    folder = tmp_path_factory.mktemp("old")
    newest, first = folder / "newest", folder / "first"
    newest.mkdir(), first.mkdir()
    fill(newest)
    app = create_app(settings_for(first))
    upgrade.migrate.init_app(app, db, directory=str(upgrade.DIRECTORY))
    with app.app_context():
        flask_migrate.upgrade(directory=str(upgrade.DIRECTORY), revision=FIRST)
        db.engine.dispose()
    copy_rows(newest / "quizapp.sqlite3", first / "quizapp.sqlite3")
    return first


def fill(folder: Path) -> None:
    app = create_app(settings_for(folder))
    upgrade.upgrade_database(app)
    load_small_bank(app, folder)
    with app.app_context(), transaction():
        ana = accounts.sign_up("ana", "Ana", "hash", now=NOW).id
    answer_once(app, ana)
    with app.app_context():
        db.engine.dispose()


def answer_once(app: Flask, ana: int) -> None:
    with app.app_context(), transaction():
        quiz = db.session.query(Quiz.id).filter_by(slug="once").scalar()
        attempt = attempts.start_attempt(quiz, ana, now=NOW, seed="seed")
        given = Given(chosen=(1,))
        attempts.submit_answer(attempt, 1, ana, given, token="once", revision=0, sure=None, now=NOW)


def copy_rows(source: Path, target: Path) -> None:
    """Copy what both schemas have."""
    with closing(sqlite3.connect(target)) as connection, connection:
        connection.execute("ATTACH ? AS newest", (str(source),))
        for table in tables(connection):
            names = ", ".join(columns(connection, table))
            connection.execute(f"INSERT INTO main.{table} ({names}) SELECT {names} FROM newest.{table}")


def tables(connection: sqlite3.Connection) -> list[str]:
    query = "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"
    return [name for (name,) in connection.execute(query) if name != "alembic_version"]


def columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [f'"{row[1]}"' for row in connection.execute(f"PRAGMA main.table_info({table})")]


def rows(path: Path, like: Rows | None = None) -> Rows:
    """Return every row of every table, or of the tables and columns of another reading."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        named = {table: columns(connection, table) for table in tables(connection)}
        wanted = {table: names for table, (names, _) in like.items()} if like else named
        return {
            table: (names, sorted(connection.execute(f"SELECT {', '.join(names)} FROM {table}"), key=repr))
            for table, names in wanted.items()
        }


def upgrade_killed_at(data: Path, statement: int) -> subprocess.CompletedProcess[str]:
    program = [sys.executable, "-c", KILLED, str(data), str(statement)]
    return subprocess.run(program, capture_output=True, text=True, check=False, timeout=120)


def copied(old: Path, target: Path) -> Path:
    shutil.copytree(old, target)
    return target


def test_an_upgrade_killed_anywhere_is_completed_by_the_next_start(old: Path, tmp_path: Path) -> None:
    before = rows(old / "quizapp.sqlite3")
    assert len(before["answer"][1]) > 0
    assert len(before["question_version"][1]) > 8
    whole = upgrade_killed_at(copied(old, tmp_path / "whole"), -1)
    assert whole.returncode == 0, whole.stderr
    count = int(whole.stdout)
    assert count > 40
    for stage in (count // 5, count // 2, count * 4 // 5, count - 1, count):
        data = copied(old, tmp_path / str(stage))
        assert upgrade_killed_at(data, stage).returncode == -signal.SIGKILL
        app = create_app(settings_for(data))
        upgrade.upgrade_database(app)
        with app.app_context():
            assert upgrade.database_revision() == upgrade.newest_revision()
            db.engine.dispose()
        assert upgrade.pending_changes(app) == ""
        assert rows(data / "quizapp.sqlite3", like=before) == before
        with app.app_context():
            db.engine.dispose()


def test_facts_know_their_banks_afterwards(old: Path, tmp_path: Path) -> None:
    data = copied(old, tmp_path / "data")
    assert upgrade_killed_at(data, -1).returncode == 0
    with closing(sqlite3.connect(data / "quizapp.sqlite3")) as connection:
        found = connection.execute("SELECT DISTINCT bank_slug, substr(key, 1, 5) FROM fact").fetchall()
    assert found == [("small", "small")]
