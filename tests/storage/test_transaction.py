from __future__ import annotations

import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select, text

from quizapp.storage import writer_lock as locks
from quizapp.storage.database import db
from quizapp.storage.errors import StorageBusy
from quizapp.storage.throttle import Throttle, count_try, forget_tries, tries_of
from quizapp.storage.transaction import transaction

NOW = datetime(2026, 3, 1, tzinfo=UTC)


def add_counter(app: Flask, tries: int = 0) -> None:
    with app.app_context(), transaction():
        db.session.add(Throttle(key="k", opened_at=NOW, tries=tries))


def counted(app: Flask) -> int:
    with app.app_context():
        return db.session.scalars(select(Throttle.tries)).one()


def test_a_block_is_kept_whole(app: Flask) -> None:
    add_counter(app, tries=3)
    assert counted(app) == 3


def test_an_error_undoes_the_whole_block(app: Flask) -> None:
    with app.app_context():
        with pytest.raises(ZeroDivisionError), transaction():
            db.session.add(Throttle(key="k", opened_at=NOW, tries=1))
            db.session.flush()
            raise ZeroDivisionError
        assert db.session.scalars(select(Throttle)).all() == []


def test_an_inner_block_joins_the_outer_one(app: Flask) -> None:
    with app.app_context():
        with pytest.raises(ZeroDivisionError), transaction():
            with transaction():
                db.session.add(Throttle(key="k", opened_at=NOW, tries=1))
            raise ZeroDivisionError
        assert db.session.scalars(select(Throttle)).all() == []


def test_rows_read_before_are_read_afresh_inside(app: Flask) -> None:
    add_counter(app, tries=1)
    with app.app_context():
        row = db.session.get_one(Throttle, "k")
        assert row.tries == 1
        with db.engine.begin() as other:
            other.execute(text("UPDATE throttle SET tries = 7"))
        with transaction():
            assert row.tries == 7


def increment(app: Flask, times: int) -> None:
    for _ in range(times):
        with app.app_context(), transaction():
            row = db.session.scalars(select(Throttle).with_for_update()).one()
            row.tries += 1


def test_no_update_is_lost_between_threads(app: Flask) -> None:
    add_counter(app)
    threads = [threading.Thread(target=increment, args=(app, 25)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert counted(app) == 200


@pytest.mark.sqlite_only
def test_a_writer_that_waits_too_long_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, app: Flask) -> None:
    monkeypatch.setattr(locks, "WAIT_SECONDS", 0.05)
    with (
        locks.writer_lock(tmp_path / "quizapp.sqlite3"),
        pytest.raises(StorageBusy),
        locks.writer_lock(tmp_path / "quizapp.sqlite3", wait_seconds=0.05),
    ):
        pass


@pytest.mark.sqlite_only
def test_every_connection_is_durable_and_checks_foreign_keys(app: Flask) -> None:
    with app.app_context():
        pragmas = {name: db.session.scalar(text(f"PRAGMA {name}")) for name in ("synchronous", "foreign_keys")}
        assert pragmas == {"synchronous": 2, "foreign_keys": 1}
        assert db.session.scalar(text("PRAGMA journal_mode")) == "wal"


def test_tries_are_counted_in_their_window(app: Flask) -> None:
    from datetime import timedelta

    window = timedelta(minutes=5)
    with app.app_context(), transaction():
        assert [count_try("a", window=window, now=NOW) for _ in range(3)] == [1, 2, 3]
        assert tries_of("a", window=window, now=NOW) == 3
        assert tries_of("b", window=window, now=NOW) == 0
        later = NOW + window
        assert tries_of("a", window=window, now=later) == 0
        assert count_try("a", window=window, now=later) == 1
        forget_tries("a")
        assert tries_of("a", window=window, now=later) == 0
