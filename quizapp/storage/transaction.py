"""The one way to write: everything inside is kept, or nothing is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

from sqlalchemy import Engine, text
from sqlalchemy.exc import OperationalError

from quizapp.storage.database import db
from quizapp.storage.errors import StorageBusy, StorageFull
from quizapp.storage.writer_lock import writer_lock

_DEPTH = "transaction_depth"
UNWRITABLE = ("SQLITE_FULL", "SQLITE_IOERR", "SQLITE_READONLY", "SQLITE_CANTOPEN")
_INSTALLING = 1954  # the number under which PostgreSQL keeps the lock; ours alone in our database


@contextmanager
def transaction() -> Iterator[None]:
    """Run a block as one write transaction; an inner block joins the outer one.

    What was read before the block is read afresh inside it, so that a decision never rests on stale rows.
    Raises NotSaved where the machine would not write: StorageBusy if the right to write could not be had in time,
    StorageFull if the disk is full or the file cannot be written.
    """
    session = db.session()
    if session.info.get(_DEPTH):
        yield
        return
    session.rollback()
    session.info[_DEPTH] = True
    try:
        with lock_for(db.engine):
            try:
                session.connection(execution_options={"immediate": True})
                yield
                session.commit()
            except BaseException as error:
                session.rollback()
                refuse_in_words(error)
                raise
    finally:
        session.info.pop(_DEPTH, None)


def refuse_in_words(error: BaseException) -> None:
    """Raise NotSaved for what kept SQLite from writing; any other error has no name of ours."""
    code = getattr(error.orig, "sqlite_errorname", "") if isinstance(error, OperationalError) else ""
    if code.startswith("SQLITE_BUSY"):
        raise StorageBusy("Another program is writing to the database; nothing was saved. Try again.") from error
    if code.startswith(UNWRITABLE):
        raise StorageFull("The disk is full or the database's file cannot be written; nothing was saved.") from error


@contextmanager
def installation_lock(engine: Engine) -> Iterator[None]:
    """Let one program at a time change an installation as a whole: its schema, its shipped banks."""
    if engine.dialect.name != "postgresql":
        with lock_for(engine):
            yield
        return
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("SELECT pg_advisory_lock(:number)"), {"number": _INSTALLING})
        try:
            yield
        finally:
            connection.execute(text("SELECT pg_advisory_unlock(:number)"), {"number": _INSTALLING})


def wait_for_installation() -> None:
    """Inside a transaction: wait until no other program changes the installation; SQLite's writer lock saw to it."""
    if db.engine.dialect.name == "postgresql":
        db.session.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": _INSTALLING})


def lock_for(engine: Engine) -> AbstractContextManager[None]:
    """Return the writer lock of a SQLite file, or nothing to hold for a database that locks by itself."""
    path = engine.url.database
    if engine.dialect.name != "sqlite" or not path or path == ":memory:":
        return nullcontext()
    return writer_lock(Path(path))
