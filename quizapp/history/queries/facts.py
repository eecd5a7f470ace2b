"""The facts a learner knows and does not know, recomputed from the answers that may be shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Row, select

from quizapp.attempts.queries.reading import readable
from quizapp.documents.models import FactEvidence
from quizapp.history.queries.shown_answers import ON_FACTS
from quizapp.storage.database import db

SUPPORTS = "supports"


@dataclass(frozen=True, slots=True)
class FactStanding:
    """How a learner did on the questions of one fact."""

    fact_id: int
    statement: str
    asked: int
    right: int
    last_verdict: str  # of the newest answer: right, partly, wrong
    document_id: int | None  # where the fact can be read now
    start: int
    end: int
    attempt_id: int = 0  # where the newest answer stands
    number: int = 0


@dataclass(frozen=True, slots=True)
class FactsKnown:
    """Strong: the newest answer was right; weak: it was not. Weakest and strongest first."""

    strong: tuple[FactStanding, ...]
    weak: tuple[FactStanding, ...]


def facts_of(learner_id: int) -> FactsKnown:
    """Return the facts a learner was asked about, but for those that an open attempt has yet to ask."""
    standings = _located(standings_in(db.session.execute(ON_FACTS, {"learner": learner_id})), learner_id)
    strong = [standing for standing in standings if standing.last_verdict == "right"]
    weak = [standing for standing in standings if standing.last_verdict != "right"]
    return FactsKnown(
        strong=tuple(sorted(strong, key=lambda standing: (-_share(standing), -standing.asked, standing.fact_id))),
        weak=tuple(sorted(weak, key=lambda standing: (_share(standing), -standing.asked, standing.fact_id))),
    )


def _share(standing: FactStanding) -> float:
    return standing.right / standing.asked


def standings_in(rows: Iterable[Row[*tuple[Any, ...]]]) -> Sequence[FactStanding]:
    """Return how a learner stands with each fact by rows of ON_FACTS, the oldest answer first."""
    newest: dict[int, Row[*tuple[Any, ...]]] = {}
    asked: Counter[int] = Counter()
    right: Counter[int] = Counter()
    for row in rows:
        fact_id, verdict = row[0], row[2]
        newest[fact_id] = row
        asked[fact_id] += 1
        right[fact_id] += verdict == "right"
    return [
        FactStanding(fact_id, statement, asked[fact_id], right[fact_id], verdict, None, 0, 0, attempt_id, number)
        for fact_id, statement, verdict, attempt_id, number in newest.values()
    ]


def _located(standings: Sequence[FactStanding], learner_id: int) -> Sequence[FactStanding]:
    """Add to each fact the first place that supports it, where the learner may read it now."""
    query = (
        select(FactEvidence.fact_id, FactEvidence.document_id, FactEvidence.start, FactEvidence.end)
        .where(FactEvidence.fact_id.in_([row.fact_id for row in standings]), FactEvidence.stance == SUPPORTS)
        .order_by(FactEvidence.id.desc())
    )
    rows = db.session.execute(query).all()
    may_read = readable({row.document_id for row in rows}, learner_id)
    places = {fact: (document, start, end) for fact, document, start, end in rows if document in may_read}
    return [_at(row, *places[row.fact_id]) if row.fact_id in places else row for row in standings]


def _at(standing: FactStanding, document_id: int, start: int, end: int) -> FactStanding:
    return replace(standing, document_id=document_id, start=start, end=end)
