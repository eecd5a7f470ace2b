"""A teacher, and jobs of hers that a worker does at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from types import ModuleType
from typing import Any

import pytest
from flask import Flask

from quizapp.accounts import operations as accounts
from quizapp.interchange.jobs import HeldJob, draft_again, read_and_draft, read_files, run_job
from quizapp.storage import jobs
from quizapp.storage.jobs import ClaimedJob, JobView
from quizapp.storage.transaction import transaction

NOW = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)
MILL = (
    "The mill at Wendham was built by Thomas Archer in 1712. It ground corn for forty villages.\n\n"
    "In 1780 the mill was sold to the Harrow Company for 900 pounds. A fire destroyed its roof on 3 May 1801.\n\n"
    "Thomas Archer died in Bristol in 1745. The mill was closed in 1911 and became a museum in 1964.\n"
)


def clock() -> datetime:
    return datetime.now(UTC)


@dataclass(slots=True)
class Desk:
    """What a teacher does, and what the worker makes of it."""

    app: Flask
    teacher: int
    other: int

    def ask(self, kind: str, files: Mapping[str, bytes] | None = None, owner: int | None = None, **more: Any) -> int:
        """Ask for a job, files handed in."""
        wanted = more.pop("wanted", {})
        with self.app.app_context(), transaction():
            job = jobs.make_job(kind, owner or self.teacher, wanted, now=clock(), **more)
            for name, data in (files or {}).items():
                upload = jobs.add_upload(job, name, len(data), now=clock())
                for position in range(0, len(data), jobs.PART):
                    jobs.add_part(job, upload, position, data[position : position + jobs.PART], now=clock())
            jobs.hand_in(job)
        return job

    def claim(self) -> ClaimedJob | None:
        """Take the next job."""
        with self.app.app_context(), transaction():
            return jobs.claim_job(now=clock())

    def work(self, held: Callable[[ClaimedJob], HeldJob] = lambda job: HeldJob(job, clock)) -> None:
        """Do the next job as the worker would."""
        job = self.claim()
        assert job is not None
        with self.app.app_context():
            run_job(held(job))

    def done(self, kind: str, files: Mapping[str, bytes] | None = None, **more: Any) -> JobView:
        """Ask for a job, have it done, and return how it ended."""
        job = self.ask(kind, files, **more)
        self.work()
        return self.view(job)

    def view(self, job: int) -> JobView:
        """Look at a job."""
        with self.app.app_context():
            return jobs.open_job(job, self.teacher)


@pytest.fixture(scope="session")
def outcomes() -> dict[str, Any]:
    """What child processes came to, by what they were asked."""
    return {}


@pytest.fixture(autouse=True)
def read_once(outcomes: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the same file be read and drafted once in a session: what is tried here is the writing."""

    def remembered(module: ModuleType, name: str) -> None:
        real = getattr(module, name)

        def ask(*asked: Any, progress: object = None, pulse: object = None, **more: Any) -> Any:
            key = f"{name} {asked} {more}"
            if key not in outcomes:
                outcomes[key] = real(*asked, **more)  # in silence, as when it is remembered: its progress is written
            return outcomes[key]

        monkeypatch.setattr(module, name, ask)

    remembered(read_files, "read_in_child")
    remembered(read_and_draft, "draft_in_child")
    remembered(draft_again, "draft_in_child")


@pytest.fixture
def desk(app: Flask) -> Desk:
    with app.app_context(), transaction():
        teacher = accounts.sign_up("tess", "Tess", "hash", now=NOW, is_teacher=True).id
        other = accounts.sign_up("theo", "Theo", "hash", now=NOW, is_teacher=True).id
    return Desk(app, teacher, other)
