"""Changing what a fact says, and which passages speak of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select

from quizapp.core.reading.anchors import Anchor
from quizapp.documents.errors import NoSuchFact, RefusedFact
from quizapp.documents.models import Document, Fact, FactEvidence
from quizapp.documents.operations.fact import Evidence, evidence_row
from quizapp.storage.database import db

LONGEST = 600
EMPTY = "Write what the fact says, in one sentence that stands by itself."
TOO_LONG = f"Keep it under {LONGEST} letters."
TWICE = "This passage speaks of the fact already."


def locked_fact(fact_id: int) -> Fact:
    """Return a fact that nobody else changes until this is committed."""
    query = select(Fact).where(Fact.id == fact_id, Fact.state != "hidden").with_for_update()
    fact = db.session.scalar(query.execution_options(populate_existing=True))
    if fact is None:
        raise NoSuchFact
    return fact


def edit_fact(fact_id: int, *, statement: str, note: str) -> None:
    """Keep a fact in other words; RefusedFact says what is amiss with them."""
    said, noted = " ".join(statement.split()), " ".join(note.split())
    if not said:
        raise RefusedFact(EMPTY)
    if len(said) > LONGEST or len(noted) > LONGEST:
        raise RefusedFact(TOO_LONG)
    fact = locked_fact(fact_id)
    fact.statement, fact.note = said, noted
    write_content(fact)


def add_evidence(fact_id: int, evidence: Evidence) -> int:
    """Let one more passage speak of a fact and return the id of its evidence; RefusedFact where it does already."""
    fact = locked_fact(fact_id)
    row = FactEvidence(**evidence_row(fact.id, evidence))
    if row.exact in {known.exact for known in evidence_of(fact.id) if known.document_id == row.document_id}:
        raise RefusedFact(TWICE)
    db.session.add(row)
    db.session.flush()
    write_content(fact)
    return row.id


def remove_evidence(fact_id: int, evidence_id: int) -> None:
    """Let a passage speak of a fact no more; what supports it stays."""
    fact = locked_fact(fact_id)
    row = db.session.get(FactEvidence, evidence_id)
    if row is None or row.fact_id != fact_id or row.stance == "supports":
        raise NoSuchFact
    db.session.delete(row)
    db.session.flush()
    write_content(fact)


def move_evidence(evidence_id: int, document_id: int, anchor: Anchor) -> None:
    """Let evidence stand at other words."""
    row = db.session.get_one(FactEvidence, evidence_id)
    row.document_id = document_id
    row.start, row.end, row.exact = anchor.start, anchor.end, anchor.exact
    row.prefix, row.suffix = anchor.prefix, anchor.suffix
    db.session.flush()


def evidence_of(fact_id: int) -> Sequence[FactEvidence]:
    """Return the passages that speak of a fact, in the order they came."""
    query = select(FactEvidence).where(FactEvidence.fact_id == fact_id).order_by(FactEvidence.id)
    return db.session.scalars(query).all()


def write_content(fact: Fact) -> None:
    """Bring a fact's row, as a file would state it, up to what the fact says and what speaks of it."""
    if "events" in fact.content:  # a sequence states its events, and nothing in other words
        return
    rows = evidence_of(fact.id)
    keys = _document_keys(rows)
    said: dict[str, Any] = {**fact.content, "statement": fact.statement}
    said["evidence"] = [_cited(row, keys) for row in rows if row.stance == "supports"]
    for stance in ("agrees", "disputes"):
        said[stance] = [_witness(row, keys) for row in rows if row.stance == stance]
    fact.content = {name: value for name, value in {**said, "note": fact.note}.items() if value}
    db.session.flush()


def _document_keys(rows: Sequence[FactEvidence]) -> dict[int, str]:
    query = select(Document.id, Document.key).where(Document.id.in_([row.document_id for row in rows]))
    return {row.id: row.key.rpartition("/")[2] for row in db.session.execute(query)}


def _cited(row: FactEvidence, keys: Mapping[int, str]) -> dict[str, str]:
    return {"document": keys[row.document_id], "quote": row.exact}


def _witness(row: FactEvidence, keys: Mapping[int, str]) -> dict[str, str]:
    said = {**_cited(row, keys), "value": row.value, "note": row.note}
    return {name: value for name, value in said.items() if value}
