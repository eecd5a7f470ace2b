"""Rows that are inserted, or brought up to date where their key is there already, in one statement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite

from quizapp.storage.base import Base
from quizapp.storage.database import db


def upsert(model: type[Base], rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows of one shape by their primary key, and overwrite those that are there; two at once cannot collide."""
    if not rows:
        return
    table = model.__table__
    assert isinstance(table, Table)  # noqa: S101 - models here are mapped to tables
    dialect = postgresql if db.engine.dialect.name == "postgresql" else sqlite
    statement = dialect.insert(table)
    values = {name: statement.excluded[name] for name in rows[0] if name not in table.primary_key.columns}
    keys = [column.name for column in table.primary_key.columns]
    db.session.execute(statement.on_conflict_do_update(index_elements=keys, set_=values), list(rows))


def insert_missing(model: type[Base], rows: Sequence[Mapping[str, Any]], *, by: Sequence[str]) -> int:
    """Insert the rows that are not there yet, as a unique index tells, and return how many; two at once are one."""
    if not rows:
        return 0
    dialect = postgresql if db.engine.dialect.name == "postgresql" else sqlite
    statement = dialect.insert(model).values(list(rows)).on_conflict_do_nothing(index_elements=list(by))
    return len(db.session.execute(statement.returning(*model.__table__.primary_key)).all())
