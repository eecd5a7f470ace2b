from __future__ import annotations

import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from flask import Flask
from sqlalchemy import func, select

from quizapp.accounts.models import Person
from quizapp.attempts.models import Answer, Attempt
from quizapp.cli.demo_class import NAMES, make_demo
from quizapp.history.queries.gradebook import gradebook
from quizapp.regrading.models import Remark
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction
from quizapp.teaching.models import Class
from tests.serving import PROGRAM

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)


def test_a_class_of_thirty_and_its_term(loaded: Flask) -> None:
    with loaded.app_context(), transaction():
        make_demo(now=NOW)
    with loaded.app_context():
        assert db.session.scalar(select(func.count(Person.id))) == len(NAMES) + 1 == 31
        assert (db.session.scalar(select(func.count(Answer.id))) or 0) > 500
        assert (db.session.scalar(select(func.count(Remark.id))) or 0) > 0  # points were given to all once
        latest = db.session.scalar(select(func.max(Attempt.submitted_at)))
        assert latest is not None
        assert latest <= NOW
        room = db.session.scalars(select(Class.id)).one()
        book = gradebook(room, counts="best", now=NOW)
    assert len(book.lines) == 30
    assert any(cell.is_late for line in book.lines for cell in line.cells)
    assert any(line.overdue for line in book.lines)


def test_it_never_fills_a_database_of_yours(tmp_path: Path) -> None:
    environ = os.environ | {"QUIZAPP_DATABASE_URL": f"sqlite:///{tmp_path}/mine.sqlite3"}
    for arguments in (["--data", str(tmp_path)], []):
        done = subprocess.run(
            [PROGRAM, "serve", "--demo", *arguments], env=environ, capture_output=True, text=True, check=False
        )
        assert done.returncode == 1
        assert "--demo" in done.stderr
    assert list(tmp_path.iterdir()) == []
