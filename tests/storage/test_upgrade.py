from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from flask import Flask

from quizapp.app import create_app
from quizapp.storage import upgrade
from quizapp.storage.database import db
from quizapp.storage.errors import NewerDatabase
from tests.conftest import settings_for


def test_models_and_migrations_agree(app: Flask) -> None:
    assert upgrade.pending_changes(app) == ""


def test_an_empty_directory_gets_the_newest_schema(tmp_path: Path) -> None:
    app = create_app(settings_for(tmp_path))
    upgrade.upgrade_database(app)
    with app.app_context():
        assert upgrade.database_revision() == upgrade.newest_revision()
        db.engine.dispose()
    assert not (tmp_path / "backups").exists()


@pytest.mark.sqlite_only
def test_a_newer_database_is_refused_in_words(app: Flask, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "quizapp.sqlite3")) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(NewerDatabase, match="9999"):
        upgrade.upgrade_database(app)


@pytest.mark.sqlite_only
def test_a_backup_holds_what_the_database_held(app: Flask) -> None:
    with app.app_context():
        copy = upgrade.back_up(app)
    assert copy is not None
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [
            (upgrade.newest_revision(),)
        ]
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
