"""A full disk: nothing is half-written, the learner is told, and answering goes on when there is room again."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import event, func, select, text

from quizapp.accounts.models import Person
from quizapp.storage.database import db
from quizapp.storage.errors import StorageFull
from quizapp.storage.transaction import transaction
from tests.learning import NOW


def people(app: Flask) -> int:
    with app.app_context():
        return db.session.scalars(select(func.count()).select_from(Person)).one()


def add_people(app: Flask, count: int) -> None:
    with app.app_context(), transaction():
        for number in range(count):
            key = f"{people_key(number)}-{count}"
            db.session.add(Person(display_name="x" * 2000, session_key=key, created_at=NOW))


def people_key(number: int) -> str:
    return f"person-{number}"


@pytest.mark.sqlite_only
def test_nothing_is_half_written_and_writing_goes_on_with_room(app: Flask) -> None:
    with app.app_context():
        pages = db.session.scalar(text("PRAGMA page_count"))
        engine = db.engine

    def limit(connection: object, _record: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {pages + 4}")  # type: ignore[attr-defined]

    event.listen(engine, "connect", limit)
    engine.dispose()
    with pytest.raises(StorageFull, match="nothing was saved"):
        add_people(app, 100)
    assert people(app) == 0
    event.remove(engine, "connect", limit)
    engine.dispose()
    add_people(app, 100)
    assert people(app) == 100
