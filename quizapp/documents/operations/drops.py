"""What is left out of a document: lines put back, lines taken out. The text never changes and no offset moves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import delete, insert, select, update

from quizapp.core.reading.passages import passages_of
from quizapp.core.reading.spans import Drop
from quizapp.core.reading.spans import Passage as ReadPassage
from quizapp.documents.errors import DropsChanged, NoSuchDocument, NoSuchSpan
from quizapp.documents.models import Document, Passage
from quizapp.documents.operations.document import drop_rows, passage_rows
from quizapp.storage.database import db

BY_HAND = "taken out by hand"


@dataclass(frozen=True, slots=True)
class NewDrops:
    """What would be left out of a document, and its passages then; worked out before anybody has to wait for it."""

    document_id: int
    before: tuple[Drop, ...]
    drops: tuple[Drop, ...]
    restored: tuple[Drop, ...]
    passages: tuple[ReadPassage, ...]


def without_drop(document_id: int, start: int, end: int) -> NewDrops:
    """Work out how a document reads with a dropped stretch put back; NoSuchSpan where nothing is dropped there."""
    text, drops, restored = _left_out(document_id)
    back = tuple(drop for drop in drops if (drop.start, drop.end) == (start, end))
    if not back:
        raise NoSuchSpan
    kept = tuple(drop for drop in drops if drop not in back)
    put_back = () if back[0].reason == BY_HAND else back
    return NewDrops(document_id, drops, kept, (*restored, *put_back), passages_of(text, kept))


def with_drop(document_id: int, start: int, end: int) -> NewDrops:
    """Work out how a document reads without a line, or without a stretch that had been dropped before."""
    text, drops, restored = _left_out(document_id)
    again = [drop for drop in restored if (drop.start, drop.end) == (start, end)]
    if not again and not _is_line(text, start, end):
        raise NoSuchSpan
    drop = again[0] if again else Drop(start, end, BY_HAND)
    now = tuple(sorted({*drops, drop}, key=lambda row: (row.start, row.end)))
    left = tuple(row for row in restored if row != drop)
    return NewDrops(document_id, drops, now, left, passages_of(text, now))


def keep_drops(new: NewDrops) -> None:
    """Keep what was worked out; DropsChanged where somebody else has changed the document meanwhile."""
    row = db.session.execute(
        select(Document.drops).where(Document.id == new.document_id).with_for_update()
    ).one_or_none()
    if row is None or row.drops != drop_rows(new.before):
        raise DropsChanged
    values = {"drops": drop_rows(new.drops), "restored": drop_rows(new.restored)}
    db.session.execute(update(Document).where(Document.id == new.document_id).values(**values))
    _exchange_passages(new.document_id, new.passages)


def _left_out(document_id: int) -> tuple[str, tuple[Drop, ...], tuple[Drop, ...]]:
    query = select(Document.text, Document.drops, Document.restored).where(Document.id == document_id)
    row = db.session.execute(query).one_or_none()
    if row is None:
        raise NoSuchDocument
    return row.text, tuple(Drop(**drop) for drop in row.drops), tuple(Drop(**drop) for drop in row.restored)


def _is_line(text: str, start: int, end: int) -> bool:
    """Whether exactly one line's text stands between two places."""
    if not 0 <= start < end <= len(text) or "\n" in text[start:end]:
        return False
    before, after = text[:start].rpartition("\n")[2], text[end:].partition("\n")[0]
    return not before.strip() and not after.strip() and text[start:end].strip() == text[start:end]


def _exchange_passages(document_id: int, passages: Sequence[ReadPassage]) -> None:
    """Write only the passages between the first and the last that differ; those after them are counted anew."""
    of_document = Passage.document_id == document_id
    columns = Passage.start, Passage.end, Passage.paragraph, Passage.kind
    stored = [tuple(row) for row in db.session.execute(select(*columns).where(of_document).order_by(Passage.position))]
    wanted = [(row.start, row.end, row.paragraph, row.kind) for row in passages]
    first = _alike(stored, wanted)
    last = min(_alike(stored[::-1], wanted[::-1]), len(stored) - first, len(wanted) - first)
    until = len(stored) - last
    between = of_document, Passage.position >= first, Passage.position < until
    db.session.execute(delete(Passage).where(*between))
    if len(stored) != len(wanted):
        _shift(document_id, until, len(wanted) - len(stored))
    rows = passage_rows(document_id, passages)[first : len(wanted) - last]
    if rows:
        db.session.execute(insert(Passage), rows)


def _alike(one: Sequence[object], other: Sequence[object]) -> int:
    pairs = zip(one, other, strict=False)
    return next((n for n, (left, right) in enumerate(pairs) if left != right), min(len(one), len(other)))


def _shift(document_id: int, first: int, by: int) -> None:
    """Count passages anew by way of numbers that none has, so that no two have the same one on the way."""
    tail = update(Passage).where(Passage.document_id == document_id)
    db.session.execute(tail.where(Passage.position >= first).values(position=-1 - (Passage.position + by)))
    db.session.execute(tail.where(Passage.position < 0).values(position=-1 - Passage.position))
