"""Bringing a database to this program's schema, with a backup before anything changes."""

from __future__ import annotations

import io
import logging
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import flask_migrate
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Flask

from quizapp.storage.database import db
from quizapp.storage.errors import NewerDatabase
from quizapp.storage.transaction import installation_lock

DIRECTORY = Path(__file__).parent / "migrations"
migrate = flask_migrate.Migrate()


def upgrade_database(app: Flask) -> None:
    """Create or upgrade the database of an application; raise NewerDatabase where a newer program wrote it."""
    migrate.init_app(app, db, directory=str(DIRECTORY))
    logging.getLogger("alembic").setLevel(logging.WARNING)
    with app.app_context(), installation_lock(db.engine):
        current = database_revision()
        if current == newest_revision():
            return
        refuse_newer(current)
        if current is not None:
            back_up(app)
        flask_migrate.upgrade(directory=str(DIRECTORY))


def database_revision() -> str | None:
    """Return the revision the database is at, or None for an empty one."""
    with db.engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def newest_revision() -> str | None:
    """Return the revision this program's schema is at."""
    return ScriptDirectory(str(DIRECTORY)).get_current_head()


def refuse_newer(current: str | None) -> None:
    """Raise NewerDatabase for a revision that this program does not know."""
    known = {script.revision for script in ScriptDirectory(str(DIRECTORY)).walk_revisions()}
    if current is not None and current not in known:
        raise NewerDatabase(
            f"The database is at revision {current}, which this version of quizapp does not know: "
            "it was written by a newer version. Install that version, or use another --data directory."
        )


def back_up(app: Flask) -> Path | None:
    """Copy a SQLite database into backups/ beside it and return the copy's path; others have tools of their own."""
    source = db.engine.url.database
    if db.engine.dialect.name != "sqlite" or not source:
        app.logger.warning("Upgrading without a backup: this database is backed up by its own tools.")
        return None
    folder = Path(source).parent / "backups"
    folder.mkdir(exist_ok=True)
    target = folder / f"quizapp-{datetime.now(UTC):%Y%m%dT%H%M%S%f}.sqlite3"
    unfinished = target.with_suffix(".unfinished")
    with closing(sqlite3.connect(source)) as live, closing(sqlite3.connect(unfinished)) as copy:
        live.backup(copy)
    return unfinished.rename(target)


def pending_changes(app: Flask) -> str:
    """Return what the models say that no migration does, as text; empty where they agree."""
    out = io.StringIO()
    with app.app_context(), db.engine.connect() as connection:
        from alembic.autogenerate import compare_metadata  # only checks need the comparison, never a start

        context = MigrationContext.configure(connection, opts={"compare_type": True})
        for difference in compare_metadata(context, db.metadata):
            out.write(f"{difference}\n")
    return out.getvalue()
