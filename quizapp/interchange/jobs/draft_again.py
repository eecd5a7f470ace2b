"""Drafting a document once more: what is new is added, what a teacher has made of the rest stays as it is."""

from __future__ import annotations

from quizapp.banks.queries import document_home
from quizapp.core.generation.drafting.bank import DraftDocument
from quizapp.documents.queries import known_facts, revision
from quizapp.interchange.drafting_process import draft_in_child
from quizapp.interchange.jobs.drafted import DraftedBank, for_bank
from quizapp.interchange.jobs.held import HeldJob
from quizapp.interchange.jobs.writing import Written, home_of, keep_drafted, reveal


def draft_again(held: HeldJob) -> None:
    """Draft a document's newest revision and add the facts that are new, with their questions."""
    where = document_home(held.job.document_id or 0, held.job.owner_id, to_edit=True)
    document = revision(where.newest_id)
    held.begin("Drafting questions")
    drafted = draft_in_child(
        [DraftDocument(where.key, document.title, document.read)],
        title=where.bank_title,
        progress=held.progress,
        pulse=held.pulse,
    )
    held.result["notes"] = list(drafted.notes)
    home, documents = home_of(held, where.bank_title), {where.key: where.newest_id}
    bank, quotes = for_bank(drafted, home.slug, documents)
    new = _new_in(bank, home.slug, where.key)
    keep_drafted(held, home, new, quotes, {})
    reveal(held, [Written(home, documents, {where.key: document.title}, new)])


def _new_in(bank: DraftedBank, slug: str, key: str) -> DraftedBank:
    """Leave out every fact that the bank has, whether it is kept, edited or discarded."""
    known = known_facts(f"{slug}/{key}/")
    facts = tuple(
        row for row in bank.facts if row.details.key not in known.keys and row.details.statement not in known.statements
    )
    keys = {row.details.key for row in facts}
    return DraftedBank(facts, tuple(row for row in bank.questions if row.fact in keys))
