"""The facts that a stretch of a document speaks of, for its margin."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Subquery, case, func, select

from quizapp.banks.models import Bank, Question
from quizapp.banks.rules import ACCEPTED, DRAFT, HIDDEN, may_read_bank
from quizapp.documents.models import Fact, FactEvidence
from quizapp.storage.database import db


@dataclass(frozen=True, slots=True)
class MarginFact:
    """A fact beside the words that speak of it: what it says, how sure it is, and how many questions ask it."""

    fact_id: int
    statement: str
    state: str  # kept, discarded, stale
    tier: str
    doubt: str
    origin: str
    stance: str  # supports, agrees, disputes
    start: int
    end: int
    accepted: int
    drafts: int


def facts_beside(document_id: int, start: int, end: int, *, person_id: int) -> tuple[MarginFact, ...]:
    """Return the facts of banks a teacher may read whose evidence begins within text[start:end], in its order."""
    counts = _question_counts(document_id, start, end)
    query = (
        select(
            *(Fact.id, Fact.statement, Fact.state, Fact.tier, Fact.doubt, Fact.origin),
            *(FactEvidence.stance, FactEvidence.start, FactEvidence.end),
            *(func.coalesce(counts.c.accepted, 0), func.coalesce(counts.c.drafts, 0)),
        )
        .join(FactEvidence, FactEvidence.fact_id == Fact.id)
        .join(Bank, Bank.slug == Fact.bank_slug)
        .outerjoin(counts, counts.c.fact_id == Fact.id)
        .where(*_within(document_id, start, end), Fact.state != HIDDEN, Fact.merged_into_id.is_(None))
        .where(may_read_bank(person_id))
        .order_by(FactEvidence.start, Fact.id)
    )
    return tuple(MarginFact(*row) for row in db.session.execute(query))


def _within(document_id: int, start: int, end: int) -> tuple[ColumnElement[bool], ...]:
    return FactEvidence.document_id == document_id, FactEvidence.start >= start, FactEvidence.start < end


def _question_counts(document_id: int, start: int, end: int) -> Subquery:
    """Count the questions of just these facts."""
    here = select(FactEvidence.fact_id).where(*_within(document_id, start, end))
    return (
        select(
            Question.fact_id,
            func.sum(case((Question.state == ACCEPTED, 1), else_=0)).label("accepted"),
            func.sum(case((Question.state == DRAFT, 1), else_=0)).label("drafts"),
        )
        .where(Question.fact_id.in_(here))
        .group_by(Question.fact_id)
        .subquery()
    )
