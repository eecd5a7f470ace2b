"""What a newer text says in the place of words that are gone."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select

from quizapp.documents.models import Document, Passage
from quizapp.storage.database import db

WORD = re.compile(r"[^\W_]+")
Place = tuple[int, int, int]
LEAST = 0.34  # of the words in common, below which two sentences say different things


@dataclass(frozen=True, slots=True)
class Nearest:
    """The sentence of a text that has most words in common with words that are gone."""

    text: str
    start: int
    end: int


def whole_sentences(places: Collection[Place]) -> dict[Place, str]:
    """Return the text of the whole sentences in which quotes stand, each place being (document, start, end)."""
    found = {}
    for document_id in {place[0] for place in places}:
        text, spans = _sentences(document_id)
        starts, ends = [start for start, _ in spans], [end for _, end in spans]
        for place in places:
            if place[0] == document_id:
                first, last = bisect_right(ends, place[1]), bisect_left(starts, place[2]) - 1
                within = (starts[first], ends[last]) if first <= last else place[1:]
                found[place] = text[slice(*within)]
    return found


def nearest_sentences(document_id: int, quotes: Collection[str]) -> dict[str, Nearest]:
    """Return for each quote the sentence of a document that comes nearest to it, where one comes near at all."""
    text, spans = _sentences(document_id) if quotes else ("", [])
    said = [_words(text[start:end]) for start, end in spans]
    found = {}
    for quote in quotes:
        wanted = _words(quote)
        likest = max(range(len(said)), key=lambda n: _likeness(wanted, said[n]), default=None)
        if likest is not None and _likeness(wanted, said[likest]) >= LEAST:
            start, end = spans[likest]
            found[quote] = Nearest(text[start:end], start, end)
    return found


def _sentences(document_id: int) -> tuple[str, list[tuple[int, int]]]:
    text = db.session.scalar(select(Document.text).where(Document.id == document_id)) or ""
    query = select(Passage.start, Passage.end).where(Passage.document_id == document_id).order_by(Passage.position)
    return text, [(row.start, row.end) for row in db.session.execute(query)]


def _words(text: str) -> frozenset[str]:
    return frozenset(WORD.findall(text.lower()))


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    both = len(one & other)
    return both / (len(one) + len(other) - both) if both else 0.0
