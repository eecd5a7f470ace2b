"""The one way to write: everything inside is kept, or nothing is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

from sqlalchemy import Engine

from quizapp.storage.database import db
from quizapp.storage.writer_lock import writer_lock

_DEPTH = "transaction_depth"


@contextmanager
def transaction() -> Iterator[None]:
    """Run a block as one write transaction; an inner block joins the outer one.

    What was read before the block is read afresh inside it, so that a decision never rests on stale rows.
    Raises StorageBusy where the right to write could not be had in time.
    """
    session = db.session()
    if session.info.get(_DEPTH):
        yield
        return
    session.rollback()
    session.info[_DEPTH] = True
    try:
        with lock_for(db.engine):
            session.connection(execution_options={"immediate": True})
            try:
                yield
                session.commit()
            except BaseException:
                session.rollback()
                raise
    finally:
        session.info.pop(_DEPTH, None)


def lock_for(engine: Engine) -> AbstractContextManager[None]:
    """Return the writer lock of a SQLite file, or nothing to hold for a database that locks by itself."""
    path = engine.url.database
    if engine.dialect.name != "sqlite" or not path or path == ":memory:":
        return nullcontext()
    return writer_lock(Path(path))
