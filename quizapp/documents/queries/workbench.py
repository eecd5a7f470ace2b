"""A document as its teacher works on it: in parts, every line of it, with what is left out and why."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any

from sqlalchemy import select

from quizapp.documents.errors import NoSuchDocument
from quizapp.documents.models import Document, Passage
from quizapp.documents.queries.reader import LINE_WITH_TEXT
from quizapp.storage.database import db

LINES = 40  # in a part
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line that looks alike: left out with a reason, put back, marked, or plain."""

    text: str
    start: int
    end: int
    dropped: str = ""
    is_marked: bool = False


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A stretch that is left out, or was left out and is put back."""

    start: int
    end: int
    reason: str
    is_back: bool


@dataclass(frozen=True, slots=True)
class WorkLine:
    """A line of a document with all that lies over it; `whole` is what leaves the whole line out."""

    start: int
    end: int
    said: Span  # the line's text without the white space round it
    kind: str  # paragraph, heading, line
    pieces: tuple[Piece, ...]
    left_out: tuple[LeftOut, ...]
    whole: LeftOut | None


@dataclass(frozen=True, slots=True)
class Workbench:
    """A part of a document's lines, and what is said of the whole."""

    id: int
    revision: int
    title: str
    short_title: str
    author: str
    publisher: str
    published: str
    address: str
    source_kind: str
    source_note: str
    language: str
    file_name: str
    notes: tuple[str, ...]
    created_at: datetime
    archived_at: datetime | None
    dropped: int  # how many stretches are left out
    lines: tuple[WorkLine, ...]
    part: int
    parts: int
    only_dropped: bool

    @property
    def span(self) -> Span:
        """Where the part begins and ends."""
        return (self.lines[0].start, self.lines[-1].end) if self.lines else (0, 0)


SAID = (
    *("id", "revision", "title", "short_title", "author", "publisher", "published", "address"),
    *("source_kind", "source_note", "language", "file_name"),
)


def workbench(
    document_id: int, *, part: int = 1, at: int | None = None, marked: Span | None = None, only_dropped: bool = False
) -> Workbench:
    """Return a part of a document, or the part that holds a place; NoSuchDocument where there is no such document."""
    document = db.session.get(Document, document_id)
    if document is None:
        raise NoSuchDocument
    lines = [found.span() for found in LINE_WITH_TEXT.finditer(document.text)]
    left_out = [*_left_out(document.drops, is_back=False), *_left_out(document.restored, is_back=True)]
    left_out.sort(key=lambda row: (row.start, row.end))
    if only_dropped:
        lines = _with_drops(lines, document.drops)
    parts = max(1, -(-len(lines) // LINES))
    if at is not None:
        part = max(0, bisect_right([start for start, _ in lines], at) - 1) // LINES + 1
    part = min(max(1, part), parts)
    shown = lines[(part - 1) * LINES : part * LINES]
    kinds = _kinds(document_id, shown)
    return Workbench(
        **{name: getattr(document, name) for name in SAID},
        notes=tuple(document.notes),
        created_at=document.created_at,
        archived_at=document.archived_at,
        dropped=len(document.drops),
        lines=tuple(_line(document.text, line, left_out, marked, kinds.get(line[0], "paragraph")) for line in shown),
        part=part,
        parts=parts,
        only_dropped=only_dropped,
    )


def _left_out(rows: Sequence[dict[str, Any]], *, is_back: bool) -> Iterator[LeftOut]:
    return (LeftOut(**row, is_back=is_back) for row in rows)


def _with_drops(lines: Sequence[Span], drops: Sequence[dict[str, Any]]) -> list[Span]:
    starts = [start for start, _ in lines]
    touched: set[int] = set()
    for drop in drops:
        touched.update(range(max(0, bisect_right(starts, drop["start"]) - 1), bisect_left(starts, drop["end"])))
    return [lines[number] for number in sorted(touched)]


def _over(left_out: Sequence[LeftOut], line: Span) -> list[LeftOut]:
    """Drops may be nested but are short, so those that begin in the line and the few before it are looked at."""
    first = bisect_left(left_out, line[0], key=lambda row: row.start)
    last = bisect_left(left_out, line[1], key=lambda row: row.start)
    before = [row for row in left_out[:first] if row.end > line[0]]
    return [*before, *left_out[first:last]]


def _kinds(document_id: int, lines: Sequence[Span]) -> dict[int, str]:
    """Where headings and list lines begin, in these lines; a list's first word may stand behind its bullet."""
    if not lines:
        return {}
    query = select(Passage.start, Passage.kind).where(
        Passage.document_id == document_id,
        Passage.kind != "sentence",
        Passage.start >= lines[0][0],
        Passage.start < lines[-1][1],
    )
    starts = [start for start, _ in lines]
    return {starts[max(0, bisect_right(starts, start) - 1)]: kind for start, kind in db.session.execute(query)}


def _line(text: str, line: Span, left_out: Sequence[LeftOut], marked: Span | None, kind: str) -> WorkLine:
    over = _over(left_out, line)
    cuts = {cut for row in over for cut in (row.start, row.end)} | set(marked or ())
    edges = sorted({*line, *(cut for cut in cuts if line[0] < cut < line[1])})
    pieces = tuple(_piece(text, span, over, marked) for span in pairwise(edges))
    stripped = text[line[0] : line[1]].strip()
    start = line[0] + text[line[0] : line[1]].index(stripped)
    end = start + len(stripped)
    whole = next((row for row in over if row.start <= start and row.end >= end), None)
    return WorkLine(*line, (start, end), kind, pieces, tuple(over), whole)


def _piece(text: str, span: Span, over: Sequence[LeftOut], marked: Span | None) -> Piece:
    start, end = span
    dropped = next((row.reason for row in over if not row.is_back and row.start <= start < row.end), "")
    return Piece(text[start:end], start, end, dropped, marked is not None and marked[0] <= start < marked[1])
