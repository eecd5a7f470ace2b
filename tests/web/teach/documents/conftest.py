"""Tess and Theo, who teach, in their browsers, and the worker who does what they ask for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Event
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select, update

from quizapp.accounts.models import Person
from quizapp.cli.work import Worker
from quizapp.documents.models import Document
from quizapp.storage.database import db
from quizapp.storage.job import Job
from quizapp.storage.transaction import transaction
from tests.web.browser import Browser

MILL = (
    "The mill at Wendham was built by Thomas Archer in 1712. It ground corn for forty villages.\n\n"
    "log in or register\n\n"
    "In 1780 the mill was sold to the Harrow Company for 900 pounds.\n"
)


@dataclass(slots=True)
class Desk:
    """Two teachers and the worker."""

    app: Flask
    tess: Browser
    theo: Browser

    def work(self) -> None:
        """Do all that waits."""
        worker = Worker(self.app, Event())
        while worker.turn():
            continue

    def give(self, text: str = MILL, **fields: Any) -> int:
        """Give a text by the page, let it be worked on, and return its document's id."""
        answer = self.tess.post("/teach/documents/new", {"text": text, "bank": "new", **fields})
        assert answer.status_code == 303, answer.text
        self.work()
        return self.newest(Document.id)

    def newest(self, column: Any) -> Any:
        """Return what the newest row of a table says."""
        with self.app.app_context():
            return db.session.scalar(select(column).order_by(column.class_.id.desc()).limit(1))

    def rows(self, query: Any) -> list[Any]:
        """Return rows as plain values."""
        with self.app.app_context():
            return [tuple(row) for row in db.session.execute(query)]

    def job(self) -> int:
        """Return the id of the newest job."""
        return int(self.newest(Job.id))


@pytest.fixture
def desk(app: Flask) -> Desk:
    tess, theo = (Browser(app).sign_up(name) for name in ("tess", "theo"))
    with app.app_context(), transaction():
        db.session.execute(update(Person).values(is_teacher=True))
    return Desk(app, tess, theo)


@pytest.fixture
def in_jobs(app: Flask) -> Callable[..., int]:
    """Give a way to put a job into the table as it stands."""

    def make(**values: Any) -> int:
        now = datetime.now(UTC)
        said = {"kind": "read", "owner_id": 1, "input": {"names": ["mill.txt"]}, "state": "running", "created_at": now}
        with app.app_context(), transaction():
            job = Job(**{**said, **values})
            db.session.add(job)
            db.session.flush()
            return job.id

    return make
