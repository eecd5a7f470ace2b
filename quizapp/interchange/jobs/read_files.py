"""The files of a job read one after the other; one that cannot be read stands in no other's way."""

from __future__ import annotations

from pathlib import PurePath

from quizapp.core.reading.document import ReadDocument
from quizapp.core.reading.errors import UnreadableDocument
from quizapp.documents.reading_process import read_in_child
from quizapp.interchange.draft_folder import Received, free_key
from quizapp.interchange.jobs.held import HeldJob
from quizapp.storage.jobs import PASTED, UploadView, upload_bytes, uploads_of

LARGE = 1024 * 1024


def read_files(held: HeldJob, taken: set[str]) -> tuple[Received, ...]:
    """Read a job's files and give each a key of its own; UnreadableDocument where none can be read.

    What was refused stands in the job's result, with the reason.
    """
    files = uploads_of(held.job.id)
    held.result["refused"] = []
    received = []
    for number, file in enumerate(files, start=1):
        held.begin(_step(file, number, len(files)))
        try:
            read = _read(held, file)
        except UnreadableDocument as refusal:
            held.result["refused"].append({"name": file.name, "why": str(refusal)})
        else:
            stem = "" if file.name == PASTED else PurePath(file.name).stem
            received.append(Received(free_key(stem or read.title, taken), file.name, b"", read))
    if not received:
        raise UnreadableDocument(_why_none(held.result["refused"]))
    return tuple(received)


def _step(file: UploadView, number: int, of: int) -> str:
    """A large file is said to be one: a web page tells how far it is only once its main text is found."""
    said = [f"{number} of {of}"] if of > 1 else []
    if file.size >= LARGE:
        said.append(f"{file.size / 1024 / 1024:.0f} MB")
    return f"Reading {file.name}" + (f" ({', '.join(said)})" if said else "")


def _read(held: HeldJob, file: UploadView) -> ReadDocument:
    return read_in_child(upload_bytes(file.id), file.name, progress=held.progress, pulse=held.pulse)


def _why_none(refused: list[dict[str, str]]) -> str:
    if len(refused) == 1:
        return refused[0]["why"]
    return "None of the files could be read. " + " ".join(f"{row['name']}: {row['why']}" for row in refused)
