"""What a bank's questions can be filtered by, and how many each choice would show while the rest stays chosen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, case, func, select

from quizapp.banks.models import BankDocument, Citation, Question, QuestionTag, QuestionVersion
from quizapp.banks.queries.search import QuestionFilter, matching
from quizapp.documents.models import Document, Fact
from quizapp.storage.database import db

MOST_TAGS = 100


@dataclass(frozen=True, slots=True)
class Counted:
    """A choice of a filter, what people call it, and how many questions it would show."""

    value: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Choices:
    """Every choice there is: in a column's own words where a page has better ones."""

    states: tuple[Counted, ...]
    kinds: tuple[Counted, ...]
    tiers: tuple[Counted, ...]
    stale: int
    tags: tuple[Counted, ...]
    documents: tuple[Counted, ...]
    fact: str  # the statement of the fact that is filtered by


def choices_of(bank_id: int, wanted: QuestionFilter) -> Choices:
    """Return the choices of a bank's filter, with counts."""
    groups = _groups(bank_id, wanted.without("state", "kind", "tier", "stale"))
    return Choices(
        states=_counted(groups, wanted.without("state"), "state"),
        kinds=_counted(groups, wanted.without("kind"), "kind"),
        tiers=_counted(groups, wanted.without("tier"), "tier"),
        stale=sum(row.count for row in groups if row.is_stale and _fits(row, wanted.without("stale"))),
        tags=_tags(bank_id, wanted.without("tag")),
        documents=_documents(bank_id, wanted.without("document_id")),
        fact=_fact(wanted.fact_id),
    )


@dataclass(frozen=True, slots=True)
class Group:
    """Questions that stand alike."""

    state: str
    kind: str
    tier: str
    is_stale: bool
    count: int


def _groups(bank_id: int, wanted: QuestionFilter) -> list[Group]:
    is_stale = case((Question.stale_at.is_not(None), 1), else_=0)
    columns = (Question.state, QuestionVersion.kind, Question.tier, is_stale)
    query = matching(bank_id, wanted, *columns, func.count(), joined=True).group_by(*columns)
    return [Group(state, kind, tier, bool(stale), n) for state, kind, tier, stale, n in db.session.execute(query)]


def _fits(group: Group, wanted: QuestionFilter) -> bool:
    asked = {"state": wanted.state, "kind": wanted.kind, "tier": wanted.tier}
    is_right = all(getattr(group, name) == value for name, value in asked.items() if value)
    return is_right and wanted.stale in {None, group.is_stale}


def _counted(groups: Iterable[Group], wanted: QuestionFilter, name: str) -> tuple[Counted, ...]:
    counts: Counter[str] = Counter()
    for group in groups:
        counts[getattr(group, name)] += group.count if _fits(group, wanted) else 0
    return tuple(Counted(value, value, count) for value, count in sorted(counts.items()))


def _tags(bank_id: int, wanted: QuestionFilter) -> tuple[Counted, ...]:
    query = (
        matching(bank_id, wanted, QuestionTag.tag, func.count())
        .join(QuestionTag, QuestionTag.question_id == Question.id)
        .group_by(QuestionTag.tag)
        .order_by(func.count().desc(), QuestionTag.tag)
        .limit(MOST_TAGS)
    )
    return tuple(Counted(tag, tag, count) for tag, count in db.session.execute(query))


def _documents(bank_id: int, wanted: QuestionFilter) -> tuple[Counted, ...]:
    """Every document of the bank; citations of its older revisions count for it."""
    key = Document.key
    cited = (
        matching(bank_id, wanted, key.label("key"), func.count(Question.id.distinct()).label("questions"), joined=True)
        .join(Citation, Citation.version_id == QuestionVersion.id)
        .join(Document, Document.id == Citation.document_id)
        .group_by(key)
        .subquery()
    )
    query = (
        select(Document.id, Document.short_title, Document.title, cited.c.questions)
        .join(BankDocument, BankDocument.document_id == Document.id)
        .outerjoin(cited, cited.c.key == Document.key)
        .where(BankDocument.bank_id == bank_id)
        .order_by(BankDocument.key)
    )
    return tuple(_document(row) for row in db.session.execute(query))


def _document(row: Row[Any]) -> Counted:
    return Counted(str(row.id), row.short_title or row.title, row.questions or 0)


def _fact(fact_id: int | None) -> str:
    return "" if fact_id is None else db.session.scalar(select(Fact.statement).where(Fact.id == fact_id)) or ""
