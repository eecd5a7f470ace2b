"""Facts that the program found in documents, many at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import insert, select

from quizapp.documents.models import Fact, FactEvidence
from quizapp.documents.operations.fact import FactDetails, evidence_row
from quizapp.storage.database import db

EXTRACTED = "extracted"


@dataclass(frozen=True, slots=True)
class FoundFact:
    """A fact as it was found, and how sure of itself it is."""

    details: FactDetails
    tier: str
    doubt: str


def add_found_facts(facts: Sequence[FoundFact], *, state: str) -> dict[str, int]:
    """Add facts whose keys are new, in one state, and return the id of each by its key."""
    if not facts:
        return {}
    db.session.execute(insert(Fact), [_fact_row(fact, state) for fact in facts])
    query = select(Fact.key, Fact.id).where(Fact.key.in_([fact.details.key for fact in facts]))
    ids = {row.key: row.id for row in db.session.execute(query)}
    rows = [evidence_row(ids[fact.details.key], evidence) for fact in facts for evidence in fact.details.evidence]
    if rows:
        db.session.execute(insert(FactEvidence), rows)
    return ids


def _fact_row(fact: FoundFact, state: str) -> dict[str, object]:
    details = fact.details
    return {
        "key": details.key,
        "bank_slug": details.key.partition("/")[0],
        "statement": details.statement,
        "note": details.note,
        "content": dict(details.content),
        "state": state,
        "tier": fact.tier,
        "doubt": fact.doubt,
        "origin": EXTRACTED,
    }
