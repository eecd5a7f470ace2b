"""What a job has worked out, written into its bank: hidden and in short batches, then revealed all at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
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
TRACES = ("writing", "documents", "made_banks")


@dataclass(frozen=True, slots=True)
class Home:
    """The bank that a job writes into."""

    id: int
    slug: str
    language: str
    owner_id: int | None


@dataclass(frozen=True, slots=True)
class Written:
    """What lies hidden in one bank: its documents and their titles by key, its facts and questions."""

    home: Home
    documents: Mapping[str, int]
    titles: Mapping[str, str]
    bank: DraftedBank

    def by_document(self) -> Iterator[dict[str, Any]]:
        """Tell of each document what came of it."""
        for key, document_id in self.documents.items():
            asked = [row for row in self.bank.questions if row.id.startswith(f"{key}/")]
            yield {"id": document_id, "title": self.titles[key], "bank_id": self.home.id, **_tiers(asked)}


def home_of(held: HeldJob, title: str) -> Home:
    """Open the bank that was asked for, or make one; a new one is put away until the job reveals it."""
    if held.job.bank_id is not None:
        bank = open_bank(held.job.bank_id, held.job.owner_id, to_edit=True)
        return _home(bank)
    now = held.clock()
    with held.batch():
        bank_id = make_bank(held.job.owner_id, title, now)
        archive_bank(bank_id, now=now)
        held.result["made_banks"] = [*held.result.get("made_banks", ()), bank_id]
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
        row = {"bank_id": home.id, "slug": home.slug, "keys": keys}
        held.result["writing"] = [*held.result.get("writing", ()), row]
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


def reveal(held: HeldJob, written: Sequence[Written]) -> None:
    """Let everything be seen, in one small commit that ends the job; it leads to the first bank and document."""
    made = held.result.get("made_banks", [])
    kept = [row for one in written for row in one.by_document()]
    said = counts_of(written) | {"kept": kept, "titles": [row["title"] for row in kept]}
    result = without_traces(held.result) | said
    with held.last_batch(bank_id=written[0].home.id, document_id=kept[0]["id"], result=result):
        for one in written:
            for key, document_id in one.documents.items():
                add_document_to_bank(one.home.id, key, document_id)
            reveal_facts(one.home.slug, list(one.documents))
            reveal_questions(one.home.id, list(one.documents))
        for bank_id in made:
            restore_bank(bank_id)


def without_traces(result: dict[str, Any]) -> dict[str, Any]:
    """Return a job's result without the names of what is hidden."""
    return {name: value for name, value in result.items() if name not in TRACES}


def counts_of(written: Sequence[Written]) -> dict[str, int]:
    """How many facts and questions came, how many are sure of themselves, and of how many facts those ask."""
    facts = sum(len(one.bank.facts) for one in written)
    asked = [question for one in written for question in one.bank.questions]
    return {"facts": facts, **_tiers(asked)}


def _tiers(questions: Iterable[QuestionDraft]) -> dict[str, int]:
    sure, eye = [], 0
    for row in questions:
        if row.tier == "ready":
            sure.append(row.fact)
        else:
            eye += 1
    return {"ready": len(sure), "eye": eye, "enough": len(set(sure))}
