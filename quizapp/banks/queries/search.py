"""A bank's questions found by what they say and how they stand, page by page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, exists, func, select
from sqlalchemy.orm import aliased

from quizapp.banks.models import Citation, Question, QuestionTag, QuestionVersion
from quizapp.banks.rules import ACCEPTED, HIDDEN, is_newest
from quizapp.banks.searched import words_to_find
from quizapp.core.kinds import content_from
from quizapp.documents.models import Document
from quizapp.storage.database import db

PAGE_SIZE = 50
LINE = "\n"  # stands between joined texts, for no title and no tag holds it


@dataclass(frozen=True, slots=True)
class QuestionFilter:
    """Which questions of a bank are wanted; what is empty asks for nothing."""

    text: str = ""  # every word of it must be part of the stem or the key
    kind: str = ""
    state: str = ""  # draft, accepted, retired
    tier: str = ""
    fact_id: int | None = None
    document_id: int | None = None  # this document, in whichever revision
    tag: str = ""
    stale: bool | None = None
    level: str = ""  # easy, middling, hard: what that means is said in `among`
    among: frozenset[int] | None = None  # only these questions

    @property
    def is_empty(self) -> bool:
        """Whether every question of the bank is wanted."""
        return self == QuestionFilter()

    def without(self, *names: str) -> QuestionFilter:
        """Return the filter with these fields empty."""
        empty: dict[str, Any] = {field.name: field.default for field in fields(self) if field.name in names}
        return replace(self, **empty)

    def choosing(self, **chosen: Any) -> QuestionFilter:
        """Return the filter with these fields as given."""
        return replace(self, **chosen)


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question as a list shows it."""

    id: int
    key: str
    version_id: int
    version: int
    kind: str
    stem: str
    key_text: str
    state: str
    tier: str
    doubt: str
    slot: str
    fact_id: int | None
    is_stale: bool
    tags: tuple[str, ...]
    documents: tuple[str, ...]  # short titles of what it cites
    source: str  # what a question without a document names


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """One page of the questions that were found."""

    rows: tuple[QuestionRow, ...]
    total: int
    page: int
    pages: int


def find_questions(bank_id: int, wanted: QuestionFilter, *, page: int = 1, size: int = PAGE_SIZE) -> QuestionPage:
    """Return one page of the questions of a bank that match, in the order they came; a page too far is the last one."""
    total = db.session.scalar(matching(bank_id, wanted, func.count())) or 0
    pages = max(1, -(-total // size))
    page = min(max(1, page), pages)
    return QuestionPage(_rows(matching_ids(bank_id, wanted).limit(size).offset((page - 1) * size)), total, page, pages)


def ids_of_questions(bank_id: int, wanted: QuestionFilter) -> list[int]:
    """Return every question of a bank that matches, in the order of the list."""
    return list(db.session.scalars(matching_ids(bank_id, wanted)))


def ids_not_accepted(bank_id: int, question_ids: Sequence[int]) -> list[int]:
    """Return those of the questions that are not accepted, in the order given."""
    done = set(db.session.scalars(matching_ids(bank_id, QuestionFilter(state=ACCEPTED))))
    return [question for question in question_ids if question not in done]


def rows_of_questions(question_ids: Sequence[int]) -> tuple[QuestionRow, ...]:
    """Return these questions as a list shows them, hidden ones left out."""
    return _rows(select(Question.id).where(Question.id.in_(question_ids), Question.state != HIDDEN))


def matching_ids(bank_id: int, wanted: QuestionFilter) -> Select[int]:
    """Return the statement that finds the ids of what matches, in the order of the list."""
    return matching(bank_id, wanted, Question.id).order_by(Question.id)


def matching(bank_id: int, wanted: QuestionFilter, *columns: Any, joined: bool = False) -> Select[Any]:
    """Return a statement for columns of what matches, joined to the newest version only where that is asked about."""
    query = select(*columns).select_from(Question).where(Question.bank_id == bank_id, Question.state != HIDDEN)
    if joined or wanted.kind or wanted.text or wanted.document_id is not None:
        query = query.join(QuestionVersion, is_newest())
    return query.where(*_conditions(wanted))


def _conditions(wanted: QuestionFilter) -> list[ColumnElement[bool]]:
    equal = {Question.state: wanted.state, Question.tier: wanted.tier, QuestionVersion.kind: wanted.kind}
    found = [column == value for column, value in equal.items() if value]
    found += [QuestionVersion.searched.like(word, escape="\\") for word in words_to_find(wanted.text)]
    if wanted.fact_id is not None:
        found.append(Question.fact_id == wanted.fact_id)
    if wanted.stale is not None:
        found.append(Question.stale_at.is_not(None) if wanted.stale else Question.stale_at.is_(None))
    if wanted.among is not None:
        found.append(Question.id.in_(wanted.among))
    if wanted.tag:
        found.append(Question.id.in_(select(QuestionTag.question_id).where(QuestionTag.tag == wanted.tag)))
    if wanted.document_id is not None:
        found.append(_cites(wanted.document_id))
    return found


def _cites(document_id: int) -> ColumnElement[bool]:
    """That a version cites a document in any of its revisions; asked version by version, which both databases index."""
    same = aliased(Document)
    revisions = select(same.id).join(Document, Document.key == same.key).where(Document.id == document_id)
    return exists().where(Citation.version_id == QuestionVersion.id, Citation.document_id.in_(revisions))


TAGS = (
    select(func.aggregate_strings(QuestionTag.tag, LINE))
    .where(QuestionTag.question_id == Question.id)
    .correlate(Question)
    .scalar_subquery()
)
DOCUMENTS = (
    select(func.aggregate_strings(Document.short_title, LINE))
    .select_from(Citation)
    .join(Document, Document.id == Citation.document_id)
    .where(Citation.version_id == QuestionVersion.id)
    .correlate(QuestionVersion)
    .scalar_subquery()
)
ROWS = (
    select(Question, QuestionVersion, TAGS.label("tags"), DOCUMENTS.label("documents"))
    .join(QuestionVersion, is_newest())
    .order_by(Question.id)
)


def _rows(ids: Select[int]) -> tuple[QuestionRow, ...]:
    return tuple(_row(row) for row in db.session.execute(ROWS.where(Question.id.in_(ids))))


def _row(row: Row[Any]) -> QuestionRow:
    question, version = row.Question, row.QuestionVersion
    return QuestionRow(
        id=question.id,
        key=question.key,
        version_id=version.id,
        version=version.number,
        kind=version.kind,
        stem=version.stem,
        key_text=content_from(version.kind, version.content).key_text(),
        state=question.state,
        tier=question.tier,
        doubt=question.doubt,
        slot=question.slot,
        fact_id=question.fact_id,
        is_stale=question.stale_at is not None,
        tags=_parts(row.tags),
        documents=_parts(row.documents),
        source=version.source,
    )


def _parts(joined: str | None) -> tuple[str, ...]:
    return tuple(sorted(set((joined or "").split(LINE)) - {""}))
