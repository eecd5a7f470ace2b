"""What other passages say of a fact, as its questions carry it."""

from __future__ import annotations

from sqlalchemy import select

from quizapp.core.kinds import Witness
from quizapp.documents.models import Document, FactEvidence
from quizapp.storage.database import db


def witnesses_of_fact(fact_id: int) -> tuple[Witness, ...]:
    """Return the passages that agree with a fact or dispute it, each by its document's key in the bank."""
    evidence = FactEvidence
    query = (
        select(Document.key, evidence.exact, evidence.stance, evidence.value, evidence.note)
        .join(Document, Document.id == evidence.document_id)
        .where(evidence.fact_id == fact_id, evidence.stance.in_(["agrees", "disputes"]))
        .order_by(evidence.id)
    )
    return tuple(
        Witness(key.rpartition("/")[2], exact, stance, value, note)  # type: ignore[arg-type]  # the stances stored
        for key, exact, stance, value, note in db.session.execute(query)
    )
