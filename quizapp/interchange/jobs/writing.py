"""What a job has worked out, written into its bank: hidden and in short batches, then revealed all at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from quizapp.banks.operations import add_document_to_bank, keep_drafts, make_bank
from quizapp.banks.operations.description import archive_bank, restore_bank
from quizapp.banks.operations.hidden import reveal_questions
from quizapp.banks.queries import OpenBank, open_bank
from quizapp.banks.rules import HIDDEN
from quizapp.core.kinds import QuestionDraft
from quizapp.core.reading.document import ReadDocument
from quizapp.documents.operations import (
    DocumentDetails,
    FoundFact,
    Said,
    add_found_facts,
    add_passages,
    add_revision,
    passage_rows,
)
from quizapp.documents.operations.unfinished import reveal_facts
from quizapp.interchange.draft_folder import Received
from quizapp.interchange.jobs.drafted import DraftedBank, details_of
from quizapp.interchange.jobs.held import HeldJob
from quizapp.interchange.load_bank import Quotes

# What a job's result names while something hidden is there, for the sweep.
TRACES = ("writing", "documents", "made_bank")


@dataclass(frozen=True, slots=True)
class Home:
    """The bank that a job writes into."""

    id: int
    slug: str
    language: str
    owner_id: int | None


def home_of(held: HeldJob, title: str) -> Home:
    """Open the bank that was asked for, or make one; a new one is put away until the job reveals it."""
    if held.job.bank_id is not None:
        bank = open_bank(held.job.bank_id, held.job.owner_id, to_edit=True)
        return _home(bank)
    now = held.clock()
    with held.batch():
        bank_id = make_bank(held.job.owner_id, title, now)
        archive_bank(bank_id, now=now)
        held.result["made_bank"] = bank_id
    return _home(open_bank(bank_id, held.job.owner_id, to_edit=True))


def _home(bank: OpenBank) -> Home:
    return Home(bank.id, bank.slug, bank.language, bank.owner_id)


def keep_text(held: HeldJob, home: Home, received: Received, said: Said) -> int:
    """Keep one document with its passages and return its id; no bank rests on it yet."""
    details = DocumentDetails(
        key=f"{home.slug}/{received.key}",
        title=said.title,
        short_title=said.short_title,
        author=said.author,
        publisher=said.publisher,
        published=said.published,
        address=said.address,
        source_kind=said.source_kind,
        source_note=said.source_note,
        language=home.language,
    )
    return keep_revision(held, details, received.read, owner_id=home.owner_id, file_name=received.name)


def keep_revision(
    held: HeldJob, details: DocumentDetails, read: ReadDocument, *, owner_id: int | None, file_name: str
) -> int:
    """Keep a text as the newest revision of its document, its passages after it; it is the bank owner's."""
    with held.batch():
        document_id = add_revision(details, read, owner_id=owner_id, file_name=file_name, now=held.clock())
        held.result["documents"] = {**held.result.get("documents", {}), details.key: document_id}
    held.write(passage_rows(document_id, read.passages), add_passages)
    return document_id


def keep_drafted(held: HeldJob, home: Home, bank: DraftedBank, quotes: Quotes, known: Mapping[str, int]) -> None:
    """Keep facts and questions, hidden; facts known already are named by their keys."""
    keys = list(quotes.documents)
    with held.batch():
        held.result["writing"] = {"bank_id": home.id, "slug": home.slug, "keys": keys}
    facts = dict(known)

    def keep_facts(rows: Sequence[FoundFact]) -> None:
        facts.update(add_found_facts(rows, state=HIDDEN))

    def keep_questions(rows: Sequence[QuestionDraft]) -> None:
        details = details_of(rows, facts, quotes)
        keep_drafts(home.id, details, state=HIDDEN, author_id=None, now=held.clock())

    held.begin("Keeping the facts", len(bank.facts))
    held.write(bank.facts, keep_facts)
    held.begin("Keeping the questions", len(bank.questions))
    held.write(bank.questions, keep_questions)


def reveal(held: HeldJob, home: Home, documents: Mapping[str, int], bank: DraftedBank) -> None:
    """Let everything be seen, in one small commit that ends the job."""
    made = held.result.get("made_bank")
    result = without_traces(held.result) | counts_of(bank) | {"kept": dict(documents)}
    with held.last_batch(bank_id=home.id, document_id=next(iter(documents.values())), result=result):
        for key, document_id in documents.items():
            add_document_to_bank(home.id, key, document_id)
        reveal_facts(home.slug, list(documents))
        reveal_questions(home.id, list(documents))
        if made is not None:
            restore_bank(made)


def without_traces(result: dict[str, Any]) -> dict[str, Any]:
    """Return a job's result without the names of what is hidden."""
    return {name: value for name, value in result.items() if name not in TRACES}


def counts_of(bank: DraftedBank) -> dict[str, int]:
    """How many facts and questions came, and how many of these are sure of themselves."""
    ready = sum(row.tier == "ready" for row in bank.questions)
    return {"facts": len(bank.facts), "ready": ready, "eye": len(bank.questions) - ready}
