"""What is known of a piece of long work."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import or_, select

from quizapp.storage.database import db
from quizapp.storage.job import Job
from quizapp.storage.jobs.states import CANCELLED, UNDER_WAY, NoSuchJob

MOST_SHOWN = 20


@dataclass(frozen=True, slots=True)
class JobView:
    """A job as its owner sees it; total 0 means that how much there is to do is not known yet."""

    id: int
    kind: str
    bank_id: int | None
    document_id: int | None
    input: dict[str, Any]
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

    @property
    def name(self) -> str:
        """What it works on, in a few words: the documents' titles once they are known, the files' names before."""
        names = [str(name) for name in self.result.get("titles") or self.input.get("names", ())]
        more = f" and {len(names) - 2} more" if len(names) > 2 else ""
        return ", ".join(names[:2]) + more or "a document"


COLUMNS = tuple(getattr(Job, field.name) for field in fields(JobView))


def open_job(job_id: int, owner_id: int) -> JobView:
    """Return a job of its owner; NoSuchJob for anybody else's."""
    row = db.session.execute(select(*COLUMNS).where(Job.id == job_id, Job.owner_id == owner_id)).one_or_none()
    if row is None:
        raise NoSuchJob
    return JobView(*row)


def jobs_to_see(owner_id: int) -> tuple[JobView, ...]:
    """Return somebody's jobs that are under way or whose outcome they have not put away yet, newest first."""
    is_open = or_(Job.state.in_(UNDER_WAY), Job.seen_at.is_(None) & (Job.state != CANCELLED))
    query = select(*COLUMNS).where(Job.owner_id == owner_id, is_open).order_by(Job.id.desc()).limit(MOST_SHOWN)
    return tuple(JobView(*row) for row in db.session.execute(query))


def job_on_document(document_id: int) -> int | None:
    """Return the id of a job that is under way on a document, whoever's it is."""
    query = select(Job.id).where(Job.document_id == document_id, Job.state.in_(UNDER_WAY))
    return db.session.scalar(query.order_by(Job.id).limit(1))
