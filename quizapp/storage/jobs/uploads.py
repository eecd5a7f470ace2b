"""The files handed in for long work, in parts small enough that writing one keeps nobody waiting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select

from quizapp.storage.database import db
from quizapp.storage.job import Job, Upload, UploadPart
from quizapp.storage.jobs.operations import note_arrival
from quizapp.storage.jobs.states import OVER

PART = 1024 * 1024
PASTED = "pasted text.txt"  # the name of what came without a file
MOST_FORGOTTEN = 4  # parts at a time


@dataclass(frozen=True, slots=True)
class UploadView:
    """A file as it was handed in."""

    id: int
    name: str
    size: int


def add_upload(job_id: int, name: str, size: int, *, now: datetime) -> int:
    """Announce a file of a job and return its id; its bytes follow in parts."""
    note_arrival(job_id, now=now)
    upload = Upload(job_id=job_id, name=name, size=size)
    db.session.add(upload)
    db.session.flush()
    return upload.id


def add_part(job_id: int, upload_id: int, position: int, data: bytes, *, now: datetime) -> None:
    """Keep a part of a file; JobOver where its job was cancelled meanwhile."""
    note_arrival(job_id, now=now)
    db.session.execute(insert(UploadPart), [{"upload_id": upload_id, "position": position, "data": data}])


def uploads_of(job_id: int) -> tuple[UploadView, ...]:
    """Return the files of a job in the order in which they came."""
    query = select(Upload.id, Upload.name, Upload.size).where(Upload.job_id == job_id).order_by(Upload.id)
    return tuple(UploadView(*row) for row in db.session.execute(query))


def upload_bytes(upload_id: int) -> bytes:
    """Return all bytes of a file."""
    query = select(UploadPart.data).where(UploadPart.upload_id == upload_id).order_by(UploadPart.position)
    return b"".join(db.session.scalars(query))


def is_anything_left() -> bool:
    """Whether a job that is over still holds bytes."""
    query = select(UploadPart.upload_id).join(Upload).join(Job).where(Job.state.in_(OVER))
    return db.session.scalar(query.limit(1)) is not None


def forget_some() -> None:
    """Delete a few parts of files whose jobs are over."""
    query = select(UploadPart.upload_id, UploadPart.position).join(Upload).join(Job).where(Job.state.in_(OVER))
    for upload_id, position in db.session.execute(query.limit(MOST_FORGOTTEN)).all():
        db.session.execute(delete(UploadPart).where(UploadPart.upload_id == upload_id, UploadPart.position == position))
