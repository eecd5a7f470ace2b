"""A bank folder into the database: again and again without doubling, with every history kept."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from hashlib import sha256

from quizapp.banks.operations import BankDetails, Cited, KeptQuestions, QuestionDetails, keep_bank, keep_questions
from quizapp.banks.queries import folder_hash_of
from quizapp.core.generation.facts import FactFile
from quizapp.core.kinds import Citation, QuestionDraft, content_citations
from quizapp.core.reading.anchors import Anchor
from quizapp.documents.operations import (
    DocumentDetails,
    Evidence,
    FactDetails,
    discard_other_facts,
    keep_document,
    keep_fact,
)
from quizapp.interchange.bank_file import BankEntry
from quizapp.interchange.bank_folder import BankDocument, BankFolder
from quizapp.interchange.questions_file import draft_row
from quizapp.interchange.quiz_plan import QuizPlan
from quizapp.quizzes.operations import EditionDetails, ItemDetails, QuizDetails, archive_other_quizzes, keep_quiz

# Raised when loading itself changes, so that unchanged folders are loaded once more.
LOADING = 1


@dataclass(frozen=True, slots=True)
class Loaded:
    """What loading a folder did."""

    slug: str
    added: int = 0
    changed: int = 0
    retired: int = 0
    published: int = 0

    @property
    def line(self) -> str:
        """The same in a line."""
        counts = [(self.added, "added"), (self.changed, "changed"), (self.retired, "retired")]
        parts = [_counted(count, "question", done) for count, done in counts if count]
        parts += [_counted(self.published, "quiz", "published")] if self.published else []
        return f"{self.slug}: {', '.join(parts) or 'nothing new'}"


def _counted(count: int, noun: str, done: str) -> str:
    plural = {"question": "questions", "quiz": "quizzes"}[noun]
    return f"{count} {noun if count == 1 else plural} {done}"


def load_bank(folder: BankFolder, *, now: datetime) -> Loaded:
    """Bring the database up to a bank folder: new versions where it changed, nothing where it did not."""
    slug, folder_hash = folder.entry.slug, hash_of(folder)
    if folder_hash_of(slug) == folder_hash:
        return Loaded(slug)
    documents = {row.entry.key: _keep_document(folder.entry, row, now=now) for row in folder.documents}
    quotes = Quotes(documents, folder.anchors)
    facts = _keep_facts(folder, quotes)
    bank_id = keep_bank(_bank_details(folder.entry), documents, folder_hash=folder_hash, owner_id=None, now=now)
    details = [QuestionDetails(draft, facts.get(draft.fact), tuple(quotes.cited(draft))) for draft in folder.drafts]
    kept = keep_questions(bank_id, details, now=now)
    return Loaded(slug, kept.added, kept.changed, kept.retired, _keep_quizzes(bank_id, folder, kept, now=now))


def hash_of(folder: BankFolder) -> str:
    """Return the hash of everything in a folder that loading uses, wherever the folder lies."""
    read = [
        [row.read.content_hash, *map(asdict, row.read.drops), *map(asdict, row.read.passages)]
        for row in folder.documents
    ]
    quizzes = [asdict(plan) for plan in folder.quizzes]
    drafts = [draft_row(draft) for draft in folder.drafts]
    said = [LOADING, asdict(folder.entry), read, folder.facts.data(), drafts, quizzes]
    return sha256(json.dumps(said, sort_keys=True, ensure_ascii=False, default=str).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Quotes:
    """The documents of a bank as kept, and the place of every quote in them."""

    documents: Mapping[str, int]
    anchors: Mapping[Citation, Anchor]

    def place(self, citation: Citation) -> tuple[int, Anchor]:
        """The document's revision and the anchor of a quote."""
        return self.documents[citation.document], self.anchors[citation]

    def cited(self, draft: QuestionDraft) -> Iterator[Cited]:
        """Everything a question cites: its key, what its content names, its witnesses."""
        for citation in draft.citations:
            yield Cited(*self.place(citation), "key")
        for citation in content_citations(draft.content):
            yield Cited(*self.place(citation), "part")
        for row in draft.witnesses:
            yield Cited(*self.place(Citation(row.document, row.quote)), row.stance, row.value, row.note)


def _keep_document(entry: BankEntry, document: BankDocument, *, now: datetime) -> int:
    said = document.entry
    details = DocumentDetails(
        key=f"{entry.slug}/{said.key}",
        title=said.title,
        short_title=said.short,
        author=said.author,
        publisher=said.publisher,
        published=said.published,
        address=said.address,
        source_kind=said.source,
        source_note=said.note,
        language=entry.language,
    )
    return keep_document(details, document.read, owner_id=None, now=now)


def _keep_facts(folder: BankFolder, quotes: Quotes) -> dict[str, int]:
    prefix = f"{folder.entry.slug}/"
    details = {row.key.removeprefix(prefix): row for row in fact_details(folder.facts, quotes, prefix)}
    discard_other_facts(prefix, [row.key for row in details.values()])
    return {identity: keep_fact(row) for identity, row in details.items()}


def fact_details(facts: FactFile, quotes: Quotes, prefix: str) -> Iterator[FactDetails]:
    """Yield every fact and sequence of a file as it is to be kept, its key beginning with the prefix."""
    for fact in facts.facts:
        said = [Evidence(*quotes.place(citation)) for citation in fact.evidence]
        for row in fact.witnesses:
            said.append(Evidence(*quotes.place(Citation(row.document, row.quote)), row.stance, row.value, row.note))
        yield FactDetails(prefix + fact.id, fact.statement, fact.note, fact.data(), said)
    for sequence in facts.sequences:
        citations = [*sequence.evidence, *(event.citation for event in sequence.events if event.citation)]
        said = [Evidence(*quotes.place(citation)) for citation in citations]
        events = "; ".join(f"{event.text} ({event.when})" if event.when else event.text for event in sequence.events)
        yield FactDetails(prefix + sequence.id, f"In order: {events}.", "", sequence.data(), said)


def _bank_details(entry: BankEntry) -> BankDetails:
    return BankDetails(entry.slug, entry.title, entry.description, entry.level, entry.language)


def _keep_quizzes(bank_id: int, folder: BankFolder, kept: KeptQuestions, *, now: datetime) -> int:
    slots = {draft.id: draft.slot for draft in folder.drafts}
    published = 0
    for position, plan in enumerate(folder.quizzes, start=1):
        items = [ItemDetails(kept.versions[key], slots[key]) for key in plan.questions]
        details = QuizDetails(bank_id, plan.entry.slug, position)
        published += keep_quiz(details, _edition(plan, items), now=now)
    archive_other_quizzes(bank_id, [plan.entry.slug for plan in folder.quizzes], now=now)
    return published


def _edition(plan: QuizPlan, items: Sequence[ItemDetails]) -> EditionDetails:
    said = plan.entry
    return EditionDetails(
        title=said.title,
        description=said.description,
        feedback=said.feedback,
        open_document=said.open_document,
        items=items,
        shuffle=said.shuffle,
        pick=said.pick,
        time_limit_seconds=said.time_limit_minutes * 60 if said.time_limit_minutes else None,
        attempts_allowed=said.attempts,
        pass_percent=said.pass_mark,
    )
