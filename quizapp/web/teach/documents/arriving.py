"""Files on their way from a request into a job, in parts, so that nobody who is answering waits for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import PurePath
from typing import IO, Any

from werkzeug.datastructures import FileStorage

from quizapp.storage import jobs
from quizapp.storage.transaction import transaction
from quizapp.web.clock import now

Arrived = tuple[str, int, IO[bytes]]


def take_in(
    kind: str,
    owner_id: int,
    files: Sequence[FileStorage],
    text: str,
    wanted: dict[str, Any],
    *,
    bank_id: int | None = None,
    document_id: int | None = None,
) -> int:
    """Make a job and hand in its files, and return its id.

    TooManyJobs before anything is kept; JobOver where it is cancelled while its files arrive.
    """
    arrived = list(_arrived(files, text))
    wanted = {**wanted, "names": [name for name, _, _ in arrived]}
    with transaction():
        job_id = jobs.make_job(kind, owner_id, wanted, bank_id=bank_id, document_id=document_id, now=now())
    for name, size, stream in arrived:
        _hand_in(job_id, name, size, stream)
    with transaction():
        jobs.hand_in(job_id)
    return job_id


def _arrived(files: Sequence[FileStorage], text: str) -> Iterator[Arrived]:
    for file in files:
        size = file.stream.seek(0, 2)
        file.stream.seek(0)
        yield PurePath((file.filename or "").replace("\\", "/")).name, size, file.stream
    if text.strip():
        data = text.encode()
        yield jobs.PASTED, len(data), BytesIO(data)


def _hand_in(job_id: int, name: str, size: int, stream: IO[bytes]) -> None:
    with transaction():
        upload_id = jobs.add_upload(job_id, name, size, now=now())
    for position, part in enumerate(iter(lambda: stream.read(jobs.PART), b"")):
        with transaction():
            jobs.add_part(job_id, upload_id, position, part, now=now())
