"""Keeping a fact with the passages that support it, agree with it or dispute it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from sqlalchemy import delete, insert, select, update

from quizapp.core.reading.anchors import Anchor
from quizapp.documents.models import Fact, FactEvidence
from quizapp.storage.database import db

Stance = Literal["supports", "agrees", "disputes"]
KEPT, DISCARDED = "kept", "discarded"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a document speaks of a fact, and what it says of it."""

    document_id: int
    anchor: Anchor
    stance: Stance = "supports"
    value: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class FactDetails:
    """A fact as its file states it; the key is stable."""

    key: str
    statement: str
    note: str = ""
    content: Mapping[str, Any] = field(default_factory=dict)
    evidence: Sequence[Evidence] = ()


def keep_fact(details: FactDetails) -> int:
    """Keep a fact and return its id; a fact known by its key is brought up to date."""
    fact = db.session.scalar(select(Fact).where(Fact.key == details.key))
    if fact is None:
        fact = Fact(key=details.key, bank_slug=details.key.partition("/")[0])
        db.session.add(fact)
    fact.statement, fact.note, fact.state = details.statement, details.note, KEPT
    fact.content = dict(details.content)
    db.session.flush()
    db.session.execute(delete(FactEvidence).where(FactEvidence.fact_id == fact.id))
    rows = [evidence_row(fact.id, evidence) for evidence in details.evidence]
    if rows:
        db.session.execute(insert(FactEvidence), rows)
    return fact.id


def discard_other_facts(prefix: str, kept: Collection[str]) -> None:
    """Mark as discarded every fact whose key begins with the prefix and is not among those kept."""
    others = Fact.key.startswith(prefix, autoescape=True), Fact.key.not_in(kept)
    db.session.execute(update(Fact).where(*others).values(state=DISCARDED))


def evidence_row(fact_id: int, evidence: Evidence) -> dict[str, object]:
    """Return the row of what a document says of a fact."""
    return {
        "fact_id": fact_id,
        "document_id": evidence.document_id,
        "stance": evidence.stance,
        "value": evidence.value,
        "note": evidence.note,
        **asdict(evidence.anchor),
    }
