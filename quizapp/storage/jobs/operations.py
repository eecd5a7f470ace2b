"""What a person does with long work: ask for it, hand in files for it, cancel it, put its outcome away."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import func, select, update

from quizapp.storage.database import db
from quizapp.storage.job import Job, Upload
from quizapp.storage.jobs.states import (
    ARRIVING,
    CANCELLED,
    MOST_UNDER_WAY,
    OVER,
    UNDER_WAY,
    WAITING,
    JobOver,
    NoSuchJob,
    TooManyJobs,
)


def make_job(
    kind: str,
    owner_id: int,
    wanted: dict[str, Any],
    *,
    bank_id: int | None = None,
    document_id: int | None = None,
    now: datetime,
) -> int:
    """Make a job that waits for its files and return its id; TooManyJobs where its owner has enough under way."""
    under_way = select(func.count(Job.id)).where(Job.owner_id == owner_id, Job.state.in_(UNDER_WAY))
    if (db.session.scalar(under_way) or 0) >= MOST_UNDER_WAY:
        raise TooManyJobs
    job = Job(
        kind=kind,
        owner_id=owner_id,
        bank_id=bank_id,
        document_id=document_id,
        input=wanted,
        result={},
        state=ARRIVING,
        created_at=now,
        beat_at=now,
    )
    db.session.add(job)
    db.session.flush()
    return job.id


def hand_in(job_id: int) -> None:
    """Say that everything has arrived, so that a worker may begin; JobOver where it was cancelled meanwhile."""
    _move(job_id, ARRIVING, state=WAITING)


def note_arrival(job_id: int, *, now: datetime) -> None:
    """Note that more of a job's files has arrived; JobOver where it was cancelled meanwhile."""
    _move(job_id, ARRIVING, beat_at=now)


def _move(job_id: int, was: str, **values: object) -> None:
    moved = update(Job).where(Job.id == job_id, Job.state == was).values(**values).returning(Job.id)
    if db.session.scalar(moved) is None:
        raise JobOver


def cancel_job(job_id: int, owner_id: int, *, now: datetime) -> None:
    """Cancel a job of its owner: at once before a worker has begun it, else as soon as a worker notices.

    What was begun and waits again is ended by a worker too, which takes back what is half written.
    """
    query = select(Job.state, Job.result).where(Job.id == job_id, Job.owner_id == owner_id).with_for_update()
    row = db.session.execute(query).one_or_none()
    if row is None:
        raise NoSuchJob
    values: dict[str, object] = {"cancel_asked_at": now}
    if row.state == ARRIVING or (row.state == WAITING and not row.result):
        values |= {"state": CANCELLED, "finished_at": now}
    if row.state in UNDER_WAY:
        db.session.execute(update(Job).where(Job.id == job_id).values(values))


def put_away(job_id: int, owner_id: int, *, now: datetime) -> None:
    """Take the outcome of a job that is over off its owner's list."""
    mine = Job.id == job_id, Job.owner_id == owner_id
    if db.session.scalar(select(Job.id).where(*mine)) is None:
        raise NoSuchJob
    db.session.execute(update(Job).where(*mine, Job.state.in_(OVER), Job.seen_at.is_(None)).values(seen_at=now))


def end_jobs_of(owner_id: int, *, now: datetime) -> None:
    """Cancel all that is under way for somebody who leaves for good, and forget what was wanted in the rest."""
    theirs = Job.owner_id == owner_id
    for job_id in db.session.scalars(select(Job.id).where(theirs, Job.state.in_(UNDER_WAY)).order_by(Job.id)).all():
        cancel_job(job_id, owner_id, now=now)
    over = select(Job.id).where(theirs, Job.state.in_(OVER))
    db.session.execute(update(Upload).where(Upload.job_id.in_(over)).values(name=""))
    db.session.execute(update(Job).where(theirs, Job.state.in_(OVER)).values(input={}, seen_at=now))
