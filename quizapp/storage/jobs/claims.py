"""Who does a piece of long work: one worker at a time, and another if it is heard of no more.

A worker proves that a job is still its own by the moment of its last sign of life: whoever takes the job over writes
another one, and then nothing of the first worker's is kept any more.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select, update

from quizapp.storage.database import db
from quizapp.storage.job import Job
from quizapp.storage.jobs.states import (
    ARRIVING,
    FAILED,
    MOST_TRIES,
    RUNNING,
    WAITING,
    JobLost,
)

SILENCE = timedelta(seconds=15)  # a worker gives a sign of life every second
SILENCE_OF_AN_UPLOAD = timedelta(minutes=10)
BROKEN_OFF = "The upload broke off before everything had arrived. Upload the files again."
GIVEN_UP = (
    "This work broke off three times, so it was given up: the machine may be short of memory. "
    "Upload a shorter document, or this one in parts."
)


@dataclass(frozen=True, slots=True)
class ClaimedJob:
    """A job that this worker has, and the sign of life that proves it."""

    id: int
    kind: str
    owner_id: int
    bank_id: int | None
    document_id: int | None
    input: dict[str, Any]
    result: dict[str, Any]
    beat_at: datetime

    @property
    def is_given_up(self) -> bool:
        """Whether it broke off so often that nothing is left but to take back what it has half written."""
        return int(self.result.get("tries", 1)) > MOST_TRIES


def is_work_left(*, now: datetime) -> bool:
    """Whether a job waits for a worker."""
    return db.session.scalar(select(Job.id).where(_is_left(now)).limit(1)) is not None


def claim_job(*, now: datetime) -> ClaimedJob | None:
    """Take the next job that waits, or whose worker is heard of no more; None where there is none."""
    query = select(Job.id, Job.state, Job.beat_at, Job.result).where(_is_left(now)).order_by(Job.id)
    for job_id, state, beat_at, result in db.session.execute(query).all():
        tries = int(result.get("tries", 0)) + 1
        if tries > 2 * MOST_TRIES:  # not even that can be done
            _take(job_id, state, beat_at, state=FAILED, message=GIVEN_UP, finished_at=now)
        elif _take(job_id, state, beat_at, state=RUNNING, beat_at=now, result={**result, "tries": tries}):
            return _claimed(job_id)
    return None


def _is_left(now: datetime) -> ColumnElement[bool]:
    return or_(Job.state == WAITING, and_(Job.state == RUNNING, Job.beat_at < now - SILENCE))


def _take(job_id: int, was: str, beat: datetime | None, **values: object) -> bool:
    """Change a job that nobody has changed since it was read."""
    same_beat = Job.beat_at.is_(None) if beat is None else Job.beat_at == beat
    taken = update(Job).where(Job.id == job_id, Job.state == was, same_beat).values(**values).returning(Job.id)
    return db.session.scalar(taken) is not None


def _claimed(job_id: int) -> ClaimedJob:
    names = ("id", "kind", "owner_id", "bank_id", "document_id", "input", "result", "beat_at")
    row = db.session.execute(select(*(getattr(Job, name) for name in names)).where(Job.id == job_id)).one()
    return ClaimedJob(*row)


def keep_claim(job_id: int, beat_at: datetime, *, now: datetime, **values: object) -> bool:
    """Give a sign of life, change what is said of a job, and return whether its owner asked to cancel it.

    JobLost where another worker has it by now.
    """
    mine = Job.id == job_id, Job.state == RUNNING, Job.beat_at == beat_at
    kept = update(Job).where(*mine).values(beat_at=now, **values).returning(Job.cancel_asked_at)
    row = db.session.execute(kept).one_or_none()
    if row is None:
        raise JobLost
    return row.cancel_asked_at is not None


def end_claim(job_id: int, beat_at: datetime, **values: object) -> bool:
    """Give a job up with what is to be said of it, cancelled or not; False where it is another worker's by now."""
    mine = Job.id == job_id, Job.state == RUNNING, Job.beat_at == beat_at
    return db.session.scalar(update(Job).where(*mine).values(**values).returning(Job.id)) is not None


def fail_broken_uploads(*, now: datetime) -> None:
    """End the jobs whose files stopped arriving."""
    silent = Job.state == ARRIVING, Job.beat_at < now - SILENCE_OF_AN_UPLOAD
    db.session.execute(update(Job).where(*silent).values(state=FAILED, message=BROKEN_OFF, finished_at=now))
