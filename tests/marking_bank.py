"""A bank of a teacher's own with two documents and nothing asked yet, to mark words in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import select

from quizapp.banks.models import Bank, Question, QuestionVersion
from quizapp.banks.operations import add_document_to_bank, make_bank
from quizapp.banks.rules import is_newest
from quizapp.core.reading.document import read_document
from quizapp.documents.models import Fact
from quizapp.documents.operations import DocumentDetails, keep_document
from quizapp.storage.database import db

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
LEAFLET = """The mills of the Wend

The old mill was built in 1712 by Hans Carvel. A second mill was founded by Greta Holm in 1731.
Anna Falk described the mill in a book in 1790. The mill closed in 1840, and the miller went to sea.
Most of the flour went to Brolin, Corin and Dorn.
"""
PAPER = """The old mill was built by Hans Carvel in 1715, the town book says. It was rebuilt in 1790 after a fire.
"""
REVISED = LEAFLET.replace("The old mill was built in 1712 by", "The old mill of Brolin was built in 1712 by")


@dataclass(frozen=True, slots=True)
class MarkingBank:
    """Where the things of the bank are."""

    bank_id: int
    slug: str
    leaflet: int
    paper: int


def make_marking_bank(owner_id: int) -> MarkingBank:
    """Make the bank inside a transaction."""
    bank_id = make_bank(owner_id, "The mills", now=NOW)
    slug = db.session.get_one(Bank, bank_id).slug
    leaflet = keep_text(slug, "leaflet", LEAFLET, owner_id)
    paper = keep_text(slug, "paper", PAPER, owner_id)
    add_document_to_bank(bank_id, "leaflet", leaflet)
    add_document_to_bank(bank_id, "paper", paper)
    return MarkingBank(bank_id, slug, leaflet, paper)


def keep_text(slug: str, key: str, text: str, owner_id: int) -> int:
    """Keep a text as the newest revision of a document."""
    details = DocumentDetails(key=f"{slug}/{key}", title=f"The {key}", short_title=f"the {key}")
    return keep_document(details, read_document(text.encode(), f"{key}.txt"), owner_id=owner_id, now=NOW)


def place(words: str, text: str = LEAFLET, *, within: str = "") -> dict[str, int]:
    """Where words stand, as a form names it."""
    start = text.index(within or words) + (within.index(words) if within else 0)
    return {"start": start, "end": start + len(words)}


def facts() -> list[Fact]:
    """Every fact, in the order they came; call inside a context."""
    return list(db.session.scalars(select(Fact).order_by(Fact.id)))


def said() -> list[tuple[str, str, str]]:
    """Every question: its kind, its state and what it asks; call inside a context."""
    query = (
        select(QuestionVersion.kind, Question.state, QuestionVersion.stem)
        .join(Question, is_newest())
        .order_by(Question.id)
    )
    return [tuple(row) for row in db.session.execute(query)]  # type: ignore[misc]
