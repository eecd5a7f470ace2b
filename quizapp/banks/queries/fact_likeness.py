"""Facts of a bank that say nearly what another one says."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from quizapp.core.generation.lint.words import likeness, telling_words
from quizapp.documents.models import Fact
from quizapp.storage.database import db

MOST = 8


@dataclass(frozen=True, slots=True)
class LikeFact:
    """A fact that might be the same as another."""

    fact_id: int
    statement: str


def facts_like(fact_id: int, search: str = "") -> tuple[LikeFact, ...]:
    """Return the kept facts of a fact's bank that hold the words looked for, else those likest to it."""
    fact = db.session.get_one(Fact, fact_id)
    query = select(Fact.id, Fact.statement).where(
        Fact.bank_slug == fact.bank_slug, Fact.state.in_(["kept", "stale"]), Fact.id != fact_id
    )
    for word in search.split():
        query = query.where(Fact.statement.icontains(word, autoescape=True))
    rows = [LikeFact(*row) for row in db.session.execute(query.order_by(Fact.id))]
    mine = set(telling_words(fact.statement))
    ranked = sorted(rows, key=lambda row: -likeness(mine, set(telling_words(row.statement))))
    return tuple(ranked[:MOST])
