"""Keeping a fact that a teacher marked in a text; marking its sentence again adds to the same fact."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from quizapp.documents.models import Fact
from quizapp.documents.operations.fact import KEPT, FactDetails, keep_fact
from quizapp.storage.database import db

MARKED = "marked"


def keep_marked_fact(details: FactDetails, ask: Mapping[str, Any]) -> int:
    """Keep a marked fact with one more value that it is asked for, and return its id.

    A fact that is known already keeps what it has; one that was put aside is kept again.
    """
    fact = db.session.scalar(select(Fact).where(Fact.key == details.key).with_for_update())
    if fact is None:
        fact_id = keep_fact(details)
        fact = db.session.get_one(Fact, fact_id)
        fact.origin = MARKED
    fact.state, fact.merged_into_id, fact.undo = KEPT, None, None
    asks = [dict(row) for row in fact.content.get("asks", [])]
    if ask["slot"] not in {row.get("slot") for row in asks}:
        fact.content = {**fact.content, "asks": [*asks, dict(ask)]}
    db.session.flush()
    return fact.id


def asks_of_fact(key: str) -> list[dict[str, Any]]:
    """Return what a fact is asked for already, as its row states it; nothing where it is not known."""
    content = db.session.scalar(select(Fact.content).where(Fact.key == key))
    return [dict(row) for row in (content or {}).get("asks", [])]
