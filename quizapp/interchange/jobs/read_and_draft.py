"""From files to documents, facts and questions of a bank."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.banks.queries import open_bank
from quizapp.documents.operations import Said
from quizapp.documents.queries import taken_keys
from quizapp.interchange.draft_folder import Received, to_draft
from quizapp.interchange.drafting_process import draft_in_child
from quizapp.interchange.jobs.drafted import for_bank
from quizapp.interchange.jobs.held import HeldJob
from quizapp.interchange.jobs.read_files import read_files
from quizapp.interchange.jobs.writing import home_of, keep_drafted, keep_text, reveal


def read_and_draft(held: HeldJob) -> None:
    """Read a job's files, draft questions from them, keep everything hidden, and reveal it."""
    received = read_files(held, _taken(held))
    said = [_said(held, row, alone=len(received) == 1) for row in received]
    held.begin("Drafting questions")
    title = _bank_title(held, said)
    drafted = draft_in_child([to_draft(row) for row in received], title=title, progress=held.progress, pulse=held.pulse)
    held.result["notes"] = list(drafted.notes)
    held.begin("Keeping the text")
    home = home_of(held, title)
    documents = {row.key: keep_text(held, home, row, one) for row, one in zip(received, said, strict=True)}
    bank, quotes = for_bank(drafted, home.slug, documents)
    keep_drafted(held, home, bank, quotes, {})
    reveal(held, home, documents, bank)


def _taken(held: HeldJob) -> set[str]:
    if held.job.bank_id is None:
        return set()
    return taken_keys(open_bank(held.job.bank_id, held.job.owner_id, to_edit=True).slug)


def _said(held: HeldJob, received: Received, *, alone: bool) -> Said:
    """A title that was typed belongs to the only file; of several each has its own."""
    typed = held.job.input.get("said", {})
    title = (typed.get("title") if alone else "") or received.title
    names = ("author", "publisher", "published", "address", "source_kind", "source_note")
    return Said(title=title, short_title=title, **{name: typed.get(name, "") for name in names})


def _bank_title(held: HeldJob, said: Sequence[Said]) -> str:
    """Questions are drafted for the title under which they will be read."""
    if held.job.bank_id is not None:
        return open_bank(held.job.bank_id, held.job.owner_id, to_edit=True).title
    return str(held.job.input.get("bank_title") or said[0].title)
