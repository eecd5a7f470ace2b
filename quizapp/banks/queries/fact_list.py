"""A bank's facts, found by what they say and how they stand, page by page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, case, exists, func, select

from quizapp.banks.models import Question
from quizapp.banks.rules import ACCEPTED, DRAFT, HIDDEN
from quizapp.documents.models import Document, Fact, FactEvidence
from quizapp.storage.database import db

PAGE_SIZE = 30
STATES = ("kept", "stale", "discarded")
LOOKS = {"": "all", "eye": "need your eye", "sure": "sure of themselves", "disputed": "disputed"}
ASKED = {"": "asked or not", "accepted": "asked", "drafts": "with drafts only", "no": "not asked"}


@dataclass(frozen=True, slots=True)
class FactFilter:
    """Which facts of a bank are wanted; what is empty asks for nothing."""

    text: str = ""
    state: str = ""
    look: str = ""  # eye, sure, disputed
    asked: str = ""  # accepted, drafts, no
    document_id: int | None = None

    @property
    def is_empty(self) -> bool:
        """Whether every fact is wanted."""
        return self == FactFilter()


@dataclass(frozen=True, slots=True)
class FactRow:
    """A fact as a list shows it."""

    fact_id: int
    statement: str
    state: str
    tier: str
    doubt: str
    origin: str
    accepted: int
    drafts: int
    documents: tuple[str, ...]
    is_disputed: bool
    merged_into_id: int | None

    @property
    def stance(self) -> str:
        """As a margin shows it."""
        return "disputes" if self.is_disputed else "supports"


@dataclass(frozen=True, slots=True)
class FactList:
    """One page of the facts that were found."""

    rows: tuple[FactRow, ...]
    total: int
    page: int
    pages: int


def find_facts(bank_slug: str, wanted: FactFilter, *, page: int = 1, size: int = PAGE_SIZE) -> FactList:
    """Return one page of a bank's facts that match, in the order they came; a page too far is the last one."""
    total = db.session.scalar(_matching(bank_slug, wanted, func.count())) or 0
    pages = max(1, -(-total // size))
    page = min(max(1, page), pages)
    query = _matching(bank_slug, wanted, Fact).order_by(Fact.id).limit(size).offset((page - 1) * size)
    facts = db.session.scalars(query).all()
    ids = [fact.id for fact in facts]
    counts, spoken = _question_counts(ids), _documents(ids)
    rows = tuple(_row(fact, counts.get(fact.id, (0, 0)), spoken.get(fact.id, [])) for fact in facts)
    return FactList(rows, total, page, pages)


def _row(fact: Fact, counts: tuple[int, int], spoken: list[tuple[str, str]]) -> FactRow:
    return FactRow(
        fact_id=fact.id,
        statement=fact.statement,
        state=fact.state,
        tier=fact.tier,
        doubt=fact.doubt,
        origin=fact.origin,
        accepted=counts[0],
        drafts=counts[1],
        documents=tuple(dict.fromkeys(name for name, _ in spoken)),
        is_disputed=any(stance == "disputes" for _, stance in spoken),
        merged_into_id=fact.merged_into_id,
    )


def _matching(bank_slug: str, wanted: FactFilter, *columns: Any) -> Select[Any]:
    query = select(*columns).select_from(Fact).where(Fact.bank_slug == bank_slug, Fact.state != HIDDEN)
    return query.where(*_conditions(wanted))


def _conditions(wanted: FactFilter) -> list[ColumnElement[bool]]:
    found = [Fact.statement.icontains(word, autoescape=True) for word in wanted.text.split()]
    if wanted.state:
        found.append(Fact.state == wanted.state)
    if wanted.look in {"eye", "sure"}:
        found.append((Fact.tier == "needs-your-eye") if wanted.look == "eye" else (Fact.tier == "ready"))
    if wanted.look == "disputed":
        found.append(_speaks(FactEvidence.stance == "disputes"))
    if wanted.asked:
        found.append(_is_asked(wanted.asked))
    if wanted.document_id is not None:
        key = select(Document.key).where(Document.id == wanted.document_id).scalar_subquery()
        revisions = select(Document.id).where(Document.key == key)
        found.append(_speaks(FactEvidence.document_id.in_(revisions)))
    return found


def _speaks(*conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists().where(FactEvidence.fact_id == Fact.id, *conditions)


def _is_asked(how: str) -> ColumnElement[bool]:
    accepted = exists().where(Question.fact_id == Fact.id, Question.state == ACCEPTED)
    drafted = exists().where(Question.fact_id == Fact.id, Question.state == DRAFT)
    if how == "accepted":
        return accepted
    return drafted & ~accepted if how == "drafts" else ~accepted & ~drafted


def _question_counts(fact_ids: list[int]) -> dict[int, tuple[int, int]]:
    states = [func.sum(case((Question.state == state, 1), else_=0)) for state in (ACCEPTED, DRAFT)]
    query = select(Question.fact_id, *states).where(Question.fact_id.in_(fact_ids)).group_by(Question.fact_id)
    return {fact: (accepted, drafts) for fact, accepted, drafts in db.session.execute(query)}


def _documents(fact_ids: list[int]) -> dict[int, list[tuple[str, str]]]:
    query = (
        select(FactEvidence.fact_id, Document.short_title, FactEvidence.stance)
        .join(Document, Document.id == FactEvidence.document_id)
        .where(FactEvidence.fact_id.in_(fact_ids))
        .order_by(FactEvidence.id)
    )
    found: dict[int, list[tuple[str, str]]] = {}
    for fact, *spoken in db.session.execute(query):
        found.setdefault(fact, []).append((spoken[0], spoken[1]))
    return found
