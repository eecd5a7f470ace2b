"""Questions of a bank held to the item rules, against its documents as they are stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from sqlalchemy import select

from quizapp.banks.models import BankDocument, Question
from quizapp.banks.queries.drafts import drafts_of, in_batches
from quizapp.core.generation.lint import Finding, Sources, lint_question
from quizapp.core.kinds import QuestionDraft
from quizapp.core.reading.document import ReadDocument
from quizapp.core.reading.spans import Drop, Passage
from quizapp.documents.models import Document
from quizapp.documents.models import Passage as PassageRow
from quizapp.storage.database import db

# Reading a long document's sentences for the rules takes longer than any page should; a text never changes.
REMEMBERED_BANKS = 8


@dataclass(frozen=True, slots=True)
class Known:
    """All that makes a document of a bank what the rules see: when this is the same, the sources are."""

    key: str
    document_id: int
    content_hash: str
    drops: tuple[Drop, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the rules say of questions: those that pass, each with the version judged, and what is found in the rest."""

    passed: Mapping[int, int] = field(default_factory=dict)
    found: Mapping[int, tuple[Finding, ...]] = field(default_factory=dict)


def sources_of_bank(bank_id: int) -> Sources:
    """Return a bank's documents for the item rules; they are read once for as long as nothing in them changes."""
    return _sources(_known(bank_id))


def findings(draft: QuestionDraft, sources: Sources) -> tuple[Finding, ...]:
    """Return what the rules find in a question, whether it is stored or only being written."""
    return tuple(lint_question(draft, sources))


def stands_against(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings that keep a question from being accepted: every E, and each W without a recorded reason."""
    return tuple(finding for finding in found if finding.blocks or not finding.reason)


def judge(bank_id: int, question_ids: Iterable[int]) -> Judgement:
    """Hold questions to the rules before they are accepted; this takes time, so do it outside a transaction."""
    wanted = list(question_ids)
    numbers = _version_numbers(bank_id, wanted)  # read first: what changes after it is judged does not pass
    drafts, sources = drafts_of(numbers), sources_of_bank(bank_id)
    found = {question: findings(draft, sources) for question, draft in drafts.items()}
    passed = {question: numbers[question] for question, rows in found.items() if not stands_against(rows)}
    return Judgement(passed, {question: rows for question, rows in found.items() if question not in passed})


def _version_numbers(bank_id: int, question_ids: Sequence[int]) -> dict[int, int]:
    numbers: dict[int, int] = {}
    for some in in_batches(question_ids):
        query = select(Question.id, Question.version_number).where(Question.bank_id == bank_id, Question.id.in_(some))
        numbers |= {row.id: row.version_number for row in db.session.execute(query)}
    return {question: numbers[question] for question in question_ids if question in numbers}


def _known(bank_id: int) -> tuple[Known, ...]:
    query = (
        select(
            *(BankDocument.key, Document.id, Document.content_hash, Document.drops),
            *(Document.short_title, Document.title, Document.publisher, Document.author),
        )
        .join(Document, Document.id == BankDocument.document_id)
        .where(BankDocument.bank_id == bank_id)
        .order_by(BankDocument.key)
    )
    return tuple(
        Known(key, document, content_hash, tuple(Drop(**drop) for drop in drops), tuple(name for name in names if name))
        for key, document, content_hash, drops, *names in db.session.execute(query)
    )


@lru_cache(maxsize=REMEMBERED_BANKS)
def _sources(known: tuple[Known, ...]) -> Sources:
    documents = [row.document_id for row in known]
    query = select(Document.id, Document.text).where(Document.id.in_(documents))
    texts = {row.id: row.text for row in db.session.execute(query)}
    passages = _passages(documents)
    read = {
        row.key: ReadDocument(texts[row.document_id], row.drops, passages.get(row.document_id, ())) for row in known
    }
    return Sources(read, {row.key: row.names for row in known})


def _passages(document_ids: list[int]) -> dict[int, tuple[Passage, ...]]:
    query = (
        select(PassageRow.document_id, PassageRow.start, PassageRow.end, PassageRow.paragraph, PassageRow.kind)
        .where(PassageRow.document_id.in_(document_ids))
        .order_by(PassageRow.document_id, PassageRow.position)
    )
    found: dict[int, list[Passage]] = {}
    for document, start, end, paragraph, kind in db.session.execute(query):
        passage = Passage(start, end, paragraph, kind)  # type: ignore[arg-type]  # the kinds stored are a Passage's
        found.setdefault(document, []).append(passage)
    return {document: tuple(rows) for document, rows in found.items()}
