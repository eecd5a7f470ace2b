"""The one database object and how its connections are set up."""

from __future__ import annotations

from typing import Any

from flask import Flask
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import ArgumentError

from quizapp.storage.base import Base
from quizapp.storage.errors import UnusableAddress

BUSY_SECONDS = 15
# The address itself is not repeated: it may hold a password.
ADVICE = (
    "QUIZAPP_DATABASE_URL names no database that can be used here: leave it empty for SQLite, or install "
    "quizapp[postgres] and write postgresql+psycopg://user:password@host/name."
)
db = SQLAlchemy(model_class=Base)

# synchronous=FULL: an answer that was acknowledged survives a power cut.
PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    f"PRAGMA busy_timeout={BUSY_SECONDS * 1000}",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA cache_size=-16000",
)
# PostgreSQL takes a page out of order for four times as dear as the next one, as on turning disks, and so reads whole
# tables where an index finds a class among a million answers.
PAGE_COST = "SET random_page_cost = 1.1"


def init_database(app: Flask, address: str) -> None:
    """Connect the application to the database at an SQLAlchemy address and set up every connection."""
    app.config["SQLALCHEMY_DATABASE_URI"] = address
    app.config["SQLALCHEMY_ENGINE_OPTIONS"] = {
        "pool_pre_ping": not address.startswith("sqlite"),
        "hide_parameters": True,  # what people typed does not go into the log
    }
    try:
        db.init_app(app)
        with app.app_context():
            engine = db.engine
    except (ArgumentError, ImportError):
        raise UnusableAddress(ADVICE) from None
    if engine.dialect.name not in {"sqlite", "postgresql"}:
        raise UnusableAddress(ADVICE)
    set_up_engine(engine)


def set_up_engine(engine: Engine) -> None:
    """Make SQLite connections safe under concurrency; tell PostgreSQL what its disk is like."""
    if engine.dialect.name != "sqlite":
        event.listen(engine, "connect", _set_page_cost)
        return
    event.listen(engine, "connect", _set_pragmas)
    event.listen(engine, "begin", _begin)


def _set_pragmas(connection: Any, _record: Any) -> None:
    # The driver's own transaction handling begins too late to be safe; ours is in _begin.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(pragma)
    cursor.close()


def _set_page_cost(connection: Any, _record: Any) -> None:
    # Outside a transaction, or a rollback would take it back.
    connection.autocommit = True
    connection.execute(PAGE_COST)
    connection.autocommit = False


def _begin(connection: Connection) -> None:
    immediate = connection.get_execution_options().get("immediate", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")
