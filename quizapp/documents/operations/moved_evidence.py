"""Facts taken along into a newer revision; those whose sentence changed stay where they can be read, as stale."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict

from sqlalchemy import select, update

from quizapp.core.reading.anchors import Anchor
from quizapp.documents.models import Fact, FactEvidence
from quizapp.documents.operations.fact import KEPT
from quizapp.storage.database import db

STALE = "stale"
Place = Callable[[int, int], Anchor | None]


def facts_on(document_id: int, bank_slug: str) -> list[int]:
    """Return the ids of a bank's facts that rest on a revision."""
    query = (
        select(Fact.id)
        .join(FactEvidence, FactEvidence.fact_id == Fact.id)
        .where(FactEvidence.document_id == document_id, Fact.bank_slug == bank_slug)
    )
    return list(db.session.scalars(query.distinct().order_by(Fact.id)))


def move_evidence(fact_ids: Sequence[int], place: Place, *, was: int, now: int) -> int:
    """Let facts rest on a newer revision, and return how many became stale because a sentence of theirs changed."""
    rows = db.session.execute(
        select(FactEvidence.id, FactEvidence.fact_id, FactEvidence.start, FactEvidence.end).where(
            FactEvidence.fact_id.in_(fact_ids), FactEvidence.document_id == was
        )
    ).all()
    changed = set()
    moved = []
    for row in rows:
        anchor = place(row.start, row.end)
        if anchor is None:
            changed.add(row.fact_id)
        else:
            moved.append({"id": row.id, "document_id": now, **asdict(anchor)})
    if moved:
        db.session.execute(update(FactEvidence), moved)
    query = update(Fact).where(Fact.id.in_(changed), Fact.state == KEPT).values(state=STALE).returning(Fact.id)
    return len(db.session.scalars(query).all())
