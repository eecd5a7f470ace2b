"""From files to documents, facts and questions of one bank, or of a bank for each."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.banks.queries import open_bank
from quizapp.documents.operations import Said
from quizapp.documents.queries import taken_keys
from quizapp.interchange.draft_folder import Received, to_draft
from quizapp.interchange.drafting_process import draft_in_child
from quizapp.interchange.jobs.drafted import for_bank
from quizapp.interchange.jobs.held import HeldJob
from quizapp.interchange.jobs.read_again import end_without_news, without_those_there
from quizapp.interchange.jobs.read_files import read_files
from quizapp.interchange.jobs.writing import Written, home_of, keep_drafted, keep_text, reveal

Rows = Sequence[tuple[Received, Said]]


def read_and_draft(held: HeldJob) -> None:
    """Read a job's files, draft questions from them, keep everything hidden, and reveal it."""
    received = read_files(held, _taken(held))
    fresh = without_those_there(held, received)
    if not fresh:
        end_without_news(held)
        return
    rows = [(row, _said(held, row, alone=len(received) == 1)) for row in fresh]
    held.result["notes"] = []
    reveal(held, [_write(held, title, group) for title, group in _by_bank(held, rows)])


def _by_bank(held: HeldJob, rows: Rows) -> list[tuple[str, Rows]]:
    """Questions are drafted for the title under which they will be read."""
    wanted = held.job.input
    if held.job.bank_id is not None:
        return [(open_bank(held.job.bank_id, held.job.owner_id, to_edit=True).title, rows)]
    if wanted.get("one_bank") or len(rows) == 1:
        return [(str(wanted.get("bank_title") or rows[0][1].title), rows)]
    return [(said.title, [(received, said)]) for received, said in rows]


def _write(held: HeldJob, title: str, rows: Rows) -> Written:
    """Draft what comes into one bank, and keep it hidden."""
    held.begin("Drafting questions" + (f" from {rows[0][1].title}" if len(rows) == 1 else ""))
    drafted = draft_in_child([to_draft(row) for row, _ in rows], title=title, progress=held.progress, pulse=held.pulse)
    held.result["notes"] += drafted.notes
    held.begin("Keeping the text")
    home = home_of(held, title)
    documents = {row.key: keep_text(held, home, row, said) for row, said in rows}
    bank, quotes = for_bank(drafted, home.slug, documents)
    keep_drafted(held, home, bank, quotes, {})
    return Written(home, documents, {row.key: said.title for row, said in rows}, bank)


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
