"""Sentences of documents to choose from: round a place, those that hold some words, or those that were quoted."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sqlalchemy import Row, func, select

from quizapp.core.reading.anchors import find_quote
from quizapp.core.reading.errors import QuoteAmbiguous, QuoteNotFound
from quizapp.core.reading.spans import Drop
from quizapp.documents.models import Document, Passage
from quizapp.documents.queries.passage_card import Place
from quizapp.storage.database import db

AT_ONCE = 14
BEFORE = 2
WORD = re.compile(r"\w+")
LONGEST_WORD = 60
MOST_FOUND = 20
PASSAGES = select(Passage.position, Passage.start, Passage.end, Passage.kind, Passage.paragraph)
Found = Row[int, int, int, str, int]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a document that can be chosen; `begins` says that a paragraph begins with it."""

    document_id: int
    start: int
    end: int
    text: str
    kind: str  # sentence, line, heading
    begins: bool

    @property
    def place(self) -> str:
        """Its place as a form sends it."""
        return f"{self.document_id}:{self.start}-{self.end}"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Sentences of one document in a row, and where to look to read on upwards and downwards."""

    document_id: int
    sentences: tuple[Sentence, ...]
    earlier: int | None = None
    later: int | None = None


def sentences_round(document_id: int, at: int) -> Stretch:
    """Return the sentences round a place, a few before it and more after."""
    here = _position(document_id, at)
    first = max(0, here - BEFORE)
    wanted = PASSAGES.where(Passage.document_id == document_id).order_by(Passage.position)
    rows = db.session.execute(wanted.where(Passage.position >= first - 1).limit(AT_ONCE + 2)).all()
    before = rows[0] if rows and rows[0].position < first else None
    shown = [row for row in rows if row is not before][:AT_ONCE]
    after = rows[-1] if rows and shown and rows[-1].position > shown[-1].position else None
    if not shown:
        return Stretch(document_id, ())
    earlier = _start_at(document_id, max(0, first - AT_ONCE + BEFORE)) if before else None
    later = _start_at(document_id, after.position + BEFORE) if after else None
    return Stretch(document_id, _cut(document_id, shown, before), earlier, later)


def sentences_holding(document_ids: Collection[int], words: str) -> tuple[Sentence, ...]:
    """Return the first sentences that hold all the words, in whatever order."""
    wanted = words.casefold().split()
    found: list[Sentence] = []
    for document_id in document_ids:
        text = db.session.scalar(select(Document.text).where(Document.id == document_id)) or ""
        if not wanted or not all(word in text.casefold() for word in wanted):
            continue
        query = PASSAGES.where(Passage.document_id == document_id).order_by(Passage.position)
        for row in db.session.execute(query):
            said = text[row.start : row.end]
            if all(word in said.casefold() for word in wanted):
                found.append(Sentence(document_id, row.start, row.end, said, row.kind, begins=True))
            if len(found) == MOST_FOUND:
                return tuple(found)
    return tuple(found)


def sentences_quoted(places: Iterable[Place]) -> tuple[Sentence, ...]:
    """Return the sentences that hold some quotes, each once, in the order of the text."""
    spans = sorted({(place.document_id, place.start, place.end) for place in places})
    found: dict[str, Sentence] = {}
    for document_id, start, end in spans:
        touched = PASSAGES.where(Passage.document_id == document_id, Passage.start < end, Passage.end > start)
        rows = db.session.execute(touched.order_by(Passage.position)).all()
        found |= {one.place: one for one in _cut(document_id, rows, None)} if rows else {}
    return tuple(found.values())


def words_between(document_id: int, start: int, end: int) -> Sentence | None:
    """Return the words between two places of a document, widened to whole words; None where there are none."""
    first = max(0, start - LONGEST_WORD)
    text = _slice(document_id, first, end + LONGEST_WORD)
    a, b = start - first, min(end - first, len(text))
    if not 0 <= a < b or not text[a:b].strip():
        return None
    a, b = _whole_words(text, a, b)
    return Sentence(document_id, first + a, first + b, text[a:b], "sentence", begins=False)


def words_found(document_ids: Collection[int], words: str) -> Sentence | None:
    """Return where words that somebody pasted stand first, but for white space and quote marks; None: nowhere."""
    query = select(Document.id, Document.text, Document.drops).where(Document.id.in_(document_ids))
    for document in db.session.execute(query.order_by(Document.id)):
        try:
            anchor = find_quote(document.text, words, spans_out=[Drop(**drop) for drop in document.drops])
        except (QuoteNotFound, QuoteAmbiguous):
            continue
        return Sentence(document.id, anchor.start, anchor.end, anchor.exact, "sentence", begins=False)
    return None


def _position(document_id: int, at: int) -> int:
    query = select(func.max(Passage.position)).where(Passage.document_id == document_id, Passage.start <= at)
    return db.session.scalar(query) or 0


def _start_at(document_id: int, position: int) -> int | None:
    query = select(Passage.start).where(Passage.document_id == document_id, Passage.position <= position)
    return db.session.scalar(query.order_by(Passage.position.desc()).limit(1))


def _cut(document_id: int, rows: Sequence[Found], before: Found | None) -> tuple[Sentence, ...]:
    text = _slice(document_id, rows[0].start, rows[-1].end)
    paragraphs = pairwise([before.paragraph if before else -1, *(row.paragraph for row in rows)])
    return tuple(
        Sentence(
            document_id,
            row.start,
            row.end,
            text[row.start - rows[0].start : row.end - rows[0].start],
            row.kind,
            begins=previous != its,
        )
        for row, (previous, its) in zip(rows, paragraphs, strict=True)
    )


def _slice(document_id: int, start: int, end: int) -> str:
    part = func.substr(Document.text, start + 1, max(0, end - start))
    return db.session.scalar(select(part).where(Document.id == document_id)) or ""


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """A selection that begins or ends inside a word means the word; white space at its ends means nothing."""
    for word in WORD.finditer(text):
        start = word.start() if word.start() < start < word.end() else start
        end = word.end() if word.start() < end < word.end() else end
    return start + len(text[start:end]) - len(text[start:end].lstrip()), start + len(text[start:end].rstrip())
