"""A whole document to read, with what was dropped kept visible and the learner's marks in the margin."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from sqlalchemy import select

from quizapp.core.reading.spans import Drop
from quizapp.documents.errors import NoSuchDocument
from quizapp.documents.models import Document, Passage
from quizapp.documents.queries.source import SOURCE_COLUMNS, Source
from quizapp.storage.database import db

Verdict = Literal["right", "partly", "wrong"]
GRAVITY: tuple[Verdict, ...] = ("right", "partly", "wrong")  # what was missed shows where several lie over one place
LINE_WITH_TEXT = re.compile(r"[^\n]*\S[^\n]*")


@dataclass(frozen=True, slots=True)
class MarginMark:
    """How the learner did on what these words state: by the newest answer, which stands in that attempt there."""

    start: int
    end: int
    verdict: Verdict
    statement: str
    asked: int = 1
    right: int = 0
    attempt_id: int = 0
    number: int = 0


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that looks alike; where it was dropped, `dropped` says why."""

    text: str
    start: int
    end: int
    dropped: str = ""
    selected: bool = False  # the words the page was opened at
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A line of the document: a paragraph, a heading or a line of a list, with the marks that begin in it."""

    kind: str  # paragraph, heading, line
    start: int
    end: int
    runs: tuple[Run, ...]
    marks: tuple[MarginMark, ...]


@dataclass(frozen=True, slots=True)
class Reader:
    """A document to read: source.source_note says what kind of text it is."""

    source: Source
    blocks: tuple[Block, ...]


def reader(document_id: int, *, marks: Iterable[MarginMark] = (), selected: tuple[int, int] | None = None) -> Reader:
    """Return a document's text in blocks of runs; every mark and the selected words begin a run of their own."""
    query = select(*SOURCE_COLUMNS, Document.text, Document.drops).where(Document.id == document_id)
    row = db.session.execute(query).one_or_none()
    if row is None:
        raise NoSuchDocument
    *source, text, drops = row
    lines = [Line(*found.span()) for found in LINE_WITH_TEXT.finditer(text)]
    _lay(lines, _kinds(document_id), [Drop(**drop) for drop in drops], sorted(marks, key=lambda mark: mark.start))
    return Reader(Source(*source), tuple(_block(text, line, selected) for line in lines))


@dataclass(slots=True)
class Line:
    """A line that holds text, and what lies over it."""

    start: int
    end: int
    kind: str = "paragraph"
    drops: list[Drop] = field(default_factory=list)
    marks: list[MarginMark] = field(default_factory=list)


def _kinds(document_id: int) -> Sequence[tuple[int, str]]:
    """Where headings and list lines begin."""
    query = select(Passage.start, Passage.kind).where(Passage.document_id == document_id, Passage.kind != "sentence")
    return [(start, kind) for start, kind in db.session.execute(query)]


def _lay(
    lines: Sequence[Line], kinds: Sequence[tuple[int, str]], drops: Sequence[Drop], marks: Sequence[MarginMark]
) -> None:
    """Lay everything over the lines it touches."""
    starts = [line.start for line in lines]
    for start, kind in kinds:
        for line in _touched(lines, starts, start, start + 1):
            line.kind = kind
    for drop in drops:
        for line in _touched(lines, starts, drop.start, drop.end):
            line.drops.append(drop)
    for mark in marks:
        for line in _touched(lines, starts, mark.start, mark.end):
            line.marks.append(mark)


def _touched(lines: Sequence[Line], starts: Sequence[int], start: int, end: int) -> Iterator[Line]:
    first = max(0, bisect_right(starts, start) - 1)
    return (line for line in lines[first : bisect_left(starts, end)] if start < line.end)


def _block(text: str, line: Line, selected: tuple[int, int] | None) -> Block:
    begun = tuple(mark for mark in line.marks if mark.start >= line.start)
    return Block(line.kind, line.start, line.end, tuple(_runs(text, line, selected)), begun)


def _runs(text: str, line: Line, selected: tuple[int, int] | None) -> Iterator[Run]:
    spans = [(drop.start, drop.end) for drop in line.drops] + [(mark.start, mark.end) for mark in line.marks]
    spans += [selected] if selected else []
    cuts = {cut for span in spans for cut in span if line.start < cut < line.end}
    for start, end in pairwise(sorted({line.start, line.end, *cuts})):
        dropped = next((drop.reason for drop in line.drops if drop.start <= start < drop.end), "")
        verdicts = [mark.verdict for mark in line.marks if mark.start <= start < mark.end]
        verdict = max(verdicts, key=GRAVITY.index, default=None)
        chosen = selected is not None and selected[0] <= start < selected[1]
        yield Run(text[start:end], start, end, dropped, chosen, verdict)
