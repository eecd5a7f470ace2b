"""`quizapp doctor`: which database, which mode, and why it is safe."""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

import click
from sqlalchemy import text

from quizapp.cli.installation import one_clear_line, open_installation
from quizapp.config import DATABASE_FILE, Settings, read_settings
from quizapp.storage.database import db
from quizapp.storage.upgrade import database_revision


@click.command()
@click.option("--data", type=click.Path(path_type=Path), help="Directory of the database and the secret key.")
def doctor(data: Path | None) -> None:
    """Say which database is used, in which mode, and why it is safe; exit 1 where it is not."""
    with one_clear_line():
        refuse_nothing(read_settings(data=data))
        app, settings = open_installation(data)
        with app.app_context():
            click.echo(f"Data directory: {settings.data}")
            click.echo(f"Schema: revision {database_revision()}")
            problems = check_sqlite() if db.engine.dialect.name == "sqlite" else check_server()
    for problem in problems:
        click.echo(f"PROBLEM: {problem}", err=True)
    sys.exit(1 if problems else 0)


def refuse_nothing(settings: Settings) -> None:
    """End with one line where there is no installation yet: looking must not make one."""
    if not settings.database_url and not (settings.data / DATABASE_FILE).exists():
        raise click.ClickException(f"There is no installation in {settings.data} yet; quizapp serve makes one.")


def check_sqlite() -> list[str]:
    """Print how SQLite is set up and return what is wrong."""
    with db.engine.connect() as connection:
        mode, synchronous, foreign_keys, integrity = (
            connection.scalar(text(f"PRAGMA {name}"))
            for name in ("journal_mode", "synchronous", "foreign_keys", "quick_check")
        )
    click.echo(f"Database: SQLite {sqlite3.sqlite_version}, journal {mode}, synchronous {synchronous}")
    click.echo(why_safe(sqlite3.sqlite_version_info))
    found = {
        "journal_mode is not wal": mode != "wal",
        "synchronous is not FULL: a power cut may lose answers": synchronous != 2,
        "foreign_keys is off": foreign_keys != 1,
        f"the file is damaged: {integrity}": integrity != "ok",
    }
    return [problem for problem, present in found.items() if present]


def why_safe(version: tuple[int, ...]) -> str:
    """Say why write-ahead logging loses no commit on a SQLite version (sqlite.org/wal.html, the WAL-reset bug)."""
    if version >= (3, 51, 3) or version in {(3, 44, 6), (3, 50, 7)}:
        return "Safe: this version has no WAL-reset bug, and one lock orders all writers."
    return (
        "Safe: this version has the WAL-reset bug, but one lock, between threads and between processes, is held from "
        "BEGIN IMMEDIATE to COMMIT, so no checkpoint can race a writer. Do not write to the file with other programs."
    )


def check_server() -> list[str]:
    """Print which database server answers."""
    with db.engine.connect() as connection:
        click.echo(f"Database: {connection.scalar(text('SELECT version()'))}")
    click.echo("Safe: the server orders its writers itself.")
    return []
