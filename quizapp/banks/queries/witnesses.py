"""What other passages say of a fact, as its questions carry it."""

from __future__ import annotations

from sqlalchemy import ColumnElement, select

from quizapp.core.kinds import Witness
from quizapp.documents.models import Document, Fact, FactEvidence
from quizapp.storage.database import db


def witnesses_of_known(key: str) -> tuple[Witness, ...]:
    """Return what other passages say of the fact with this key; nothing where it is not known."""
    return _witnesses(Fact.key == key)


def witnesses_of_fact(fact_id: int) -> tuple[Witness, ...]:
    """Return the passages that agree with a fact or dispute it, each by its document's key in the bank."""
    return _witnesses(Fact.id == fact_id)


def _witnesses(which: ColumnElement[bool]) -> tuple[Witness, ...]:
    evidence = FactEvidence
    query = (
        select(Document.key, evidence.exact, evidence.stance, evidence.value, evidence.note)
        .join(Fact, Fact.id == evidence.fact_id)
        .join(Document, Document.id == evidence.document_id)
        .where(which, evidence.stance.in_(["agrees", "disputes"]))
        .order_by(evidence.id)
    )
    return tuple(
        Witness(key.rpartition("/")[2], exact, stance, value, note)  # type: ignore[arg-type]  # the stances stored
        for key, exact, stance, value, note in db.session.execute(query)
    )
