"""Passages of a bank's documents, found by their words or by their likeness to another passage."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher

from quizapp.banks.queries.linting import sources_of_bank
from quizapp.banks.queries.places import document_ids
from quizapp.core.generation.lint.words import telling_words
from quizapp.core.reading.document import ReadDocument
from quizapp.core.reading.spans import Passage

MOST = 30
LIKELY = 3


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """A passage to choose: its place is its document's key and where it begins and ends."""

    key: str
    document_id: int
    start: int
    end: int
    text: str

    @property
    def value(self) -> str:
        """The place as a form sends it."""
        return f"{self.document_id}:{self.start}-{self.end}"


def passages_with(bank_id: int, document_id: int, search: str) -> tuple[FoundPassage, ...]:
    """Return the passages of one document of a bank that hold every word, in their order."""
    words = search.casefold().split()
    found = []
    for key, read in _documents(bank_id, document_id):
        for row in read.passages:
            text = read.text[row.start : row.end]
            if words and all(word in text.casefold() for word in words):
                found.append(FoundPassage(key, document_id, row.start, row.end, text))
    return tuple(found[:MOST])


def passages_like(bank_id: int, document_id: int, said: str) -> tuple[FoundPassage, ...]:
    """Return the few passages of a document that say nearly this, the likest first."""
    wanted = frozenset(telling_words(said))
    for key, read in _documents(bank_id, document_id):
        ranked = sorted(read.passages, key=lambda row: -_shared(wanted, read, row))[: LIKELY * 4]
        likest = sorted(ranked, key=lambda row: -SequenceMatcher(None, said, read.text[row.start : row.end]).ratio())
        return tuple(
            FoundPassage(key, document_id, row.start, row.end, read.text[row.start : row.end])
            for row in likest[:LIKELY]
            if _shared(wanted, read, row)
        )
    return ()


def passage_chosen(bank_id: int, value: str) -> FoundPassage | None:
    """Return the passage that a form names; None where the bank has no such passage."""
    document, _, place = value.partition(":")
    start, _, end = place.partition("-")
    if not all(part.isascii() and part.isdigit() and len(part) < 10 for part in (document, start, end)):
        return None
    for key, read in _documents(bank_id, int(document)):
        for row in read.passages:
            if (row.start, row.end) == (int(start), int(end)):
                return FoundPassage(key, int(document), row.start, row.end, read.text[row.start : row.end])
    return None


def _shared(wanted: frozenset[str], read: ReadDocument, row: Passage) -> float:
    words = set(telling_words(read.text[row.start : row.end]))
    return len(wanted & words) / max(1, len(wanted | words))


def _documents(bank_id: int, document_id: int) -> list[tuple[str, ReadDocument]]:
    sources = sources_of_bank(bank_id)
    return [(key, sources.documents[key]) for key, known in document_ids(bank_id).items() if known == document_id]
