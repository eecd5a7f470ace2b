"""A teacher's own bank: the small bank's documents and questions of all nine kinds, kept as her drafts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from quizapp.accounts import operations as accounts
from quizapp.banks.operations import (
    Cited,
    QuestionDetails,
    add_document_to_bank,
    keep_drafts,
    make_bank,
)
from quizapp.core.kinds import Citation, QuestionDraft, Witness, content_citations, content_from
from quizapp.core.reading.anchors import find_quote
from quizapp.core.reading.document import ReadDocument, read_document
from quizapp.documents.operations import DocumentDetails, keep_document
from tests.small_bank import ARTICLE, PAPER, questions

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
TEXTS = {"article": ARTICLE, "paper": PAPER}


@dataclass(frozen=True, slots=True)
class TeachersBank:
    """The bank's id, its owner's, its documents' by key, and its questions' by key."""

    id: int
    owner_id: int
    documents: dict[str, int]
    questions: dict[str, int]


def make_teacher(name: str = "tess") -> int:
    """Make a teacher inside a transaction."""
    return accounts.sign_up(name, name.title(), "hash", now=NOW, is_teacher=True).id


def make_teachers_bank(owner_id: int, *, title: str = "The pact", rows: Sequence[QuestionDraft] = ()) -> TeachersBank:
    """Make the bank inside a transaction, with these drafts or one of each kind."""
    bank = make_bank(owner_id, title, NOW)
    read = {key: read_document(text.encode(), f"{key}.txt") for key, text in TEXTS.items()}
    documents = {key: _keep_document(bank, owner_id, key, row) for key, row in read.items()}
    drafts = rows or small_drafts()
    details = [QuestionDetails(draft, None, cited(draft, documents, read)) for draft in drafts]
    ids = keep_drafts(bank, details, state="draft", author_id=None, now=NOW)
    return TeachersBank(bank, owner_id, documents, dict(zip((draft.id for draft in drafts), ids, strict=True)))


def small_drafts() -> list[QuestionDraft]:
    """The questions of the small bank as the core knows them."""
    return [_draft(row) for row in questions()]


def ready(key: str) -> QuestionDraft:
    """One of them."""
    return next(draft for draft in small_drafts() if draft.id == key)


def needing_an_eye(draft: QuestionDraft, doubt: str) -> QuestionDraft:
    """The same, but in doubt."""
    return replace(draft, tier="needs-your-eye", doubt=doubt)


def cited(draft: QuestionDraft, documents: dict[str, int], read: dict[str, ReadDocument]) -> list[Cited]:
    """All that a draft cites, in the order in which it is kept."""

    def found(citation: Citation, role: str, value: str = "", note: str = "") -> Cited:
        text = read[citation.document]
        anchor = find_quote(text.text, citation.quote, spans_out=text.drops)
        return Cited(documents[citation.document], anchor, role, value, note)  # type: ignore[arg-type]

    return [
        *(found(row, "key") for row in draft.citations),
        *(found(row, "part") for row in content_citations(draft.content)),
        *(found(Citation(row.document, row.quote), row.stance, row.value, row.note) for row in draft.witnesses),
    ]


def _keep_document(bank_id: int, owner_id: int, key: str, read: ReadDocument) -> int:
    details = DocumentDetails(f"bank-{bank_id}/{key}", f"The {key}", f"the {key}", publisher="A press")
    document = keep_document(details, read, owner_id=owner_id, now=NOW)
    add_document_to_bank(bank_id, key, document)
    return document


def _draft(row: dict) -> QuestionDraft:  # type: ignore[type-arg]
    plain = {name: row[name] for name in ("id", "kind", "tier", "slot", "stem", "explanation")}
    return QuestionDraft(
        **plain,
        fact="",
        content=content_from(row["kind"], row["content"]),
        citations=tuple(Citation(**one) for one in row["citations"]),
        witnesses=tuple(Witness(**one) for one in row.get("witnesses", ())),
    )
