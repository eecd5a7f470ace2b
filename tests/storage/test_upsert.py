from datetime import UTC, datetime, timedelta

from flask import Flask
from sqlalchemy import select

from quizapp.storage.database import db
from quizapp.storage.throttle import Throttle
from quizapp.storage.transaction import transaction
from quizapp.storage.upsert import upsert

NOW = datetime(2026, 3, 1, tzinfo=UTC)


def rows(app: Flask) -> list[tuple[str, datetime, int]]:
    with app.app_context():
        query = select(Throttle.key, Throttle.opened_at, Throttle.tries).order_by(Throttle.key)
        return [tuple(row) for row in db.session.execute(query)]


def test_rows_are_inserted_or_brought_up_to_date(app: Flask, statements: list[str]) -> None:
    later = NOW + timedelta(days=1)
    with app.app_context(), transaction():
        upsert(Throttle, [{"key": "a", "opened_at": NOW, "tries": 1}, {"key": "b", "opened_at": NOW, "tries": 2}])
    statements.clear()
    with app.app_context(), transaction():
        upsert(Throttle, [{"key": "b", "opened_at": later, "tries": 3}, {"key": "c", "opened_at": later, "tries": 4}])
    assert len(statements) == 1
    assert rows(app) == [("a", NOW, 1), ("b", later, 3), ("c", later, 4)]


def test_no_rows_are_no_statement(app: Flask, statements: list[str]) -> None:
    with app.app_context(), transaction():
        upsert(Throttle, [])
    assert statements == []
