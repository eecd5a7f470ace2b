"""What is known of a piece of long work."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import select

from quizapp.storage.database import db
from quizapp.storage.job import Job

ARRIVING, WAITING, RUNNING, DONE, FAILED, CANCELLED = "arriving", "waiting", "running", "done", "failed", "cancelled"
UNDER_WAY = (ARRIVING, WAITING, RUNNING)


class NoSuchJob(Exception):
    """There is no such job, or it is somebody else's."""


@dataclass(frozen=True, slots=True)
class JobView:
    """A job as its owner sees it; total 0 means that how much there is to do is not known yet."""

    id: int
    kind: str
    bank_id: int | None
    document_id: int | None
    result: dict[str, Any]
    state: str
    step: str
    done: int
    total: int
    message: str
    created_at: datetime
    finished_at: datetime | None
    cancel_asked_at: datetime | None
    seen_at: datetime | None

    @property
    def is_under_way(self) -> bool:
        """Whether it is still to come to an end."""
        return self.state in UNDER_WAY


COLUMNS = tuple(getattr(Job, field.name) for field in fields(JobView))


def open_job(job_id: int, owner_id: int) -> JobView:
    """Return a job of its owner; NoSuchJob for anybody else's."""
    row = db.session.execute(select(*COLUMNS).where(Job.id == job_id, Job.owner_id == owner_id)).one_or_none()
    if row is None:
        raise NoSuchJob
    return JobView(*row)
