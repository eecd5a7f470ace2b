"""The banks a teacher sees, what is in one, and with whom it is shared."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import ColumnElement, Row, Select, and_, case, exists, func, select

from quizapp.accounts.models import Person
from quizapp.banks.models import Bank, BankDocument, BankShare, Citation, Question, QuestionVersion
from quizapp.banks.rules import ACCEPTED, DRAFT, HIDDEN, RETIRED, is_newest, may_edit_bank, may_read_bank
from quizapp.documents.models import Document
from quizapp.storage.database import db
from quizapp.storage.job import Job
from quizapp.storage.jobs import UNDER_WAY

Whose = Literal["own", "shared", "installation"]
PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class BankCounts:
    """How many questions of a bank stand how; a stale one is counted under its state too."""

    accepted: int = 0
    drafts: int = 0
    retired: int = 0
    stale: int = 0

    @property
    def questions(self) -> int:
        """How many there are that may come into a quiz, now or after a review."""
        return self.accepted + self.drafts


@dataclass(frozen=True, slots=True)
class BankEntry:
    """A bank on a teacher's list."""

    id: int
    title: str
    description: str
    level: str
    whose: Whose
    owner: str  # the name of the teacher who shares it
    may_edit: bool
    archived_at: datetime | None
    documents: int
    counts: BankCounts


@dataclass(frozen=True, slots=True)
class BankPage:
    """One page of a teacher's banks: hers first, then what others share with her, then the installation's."""

    rows: tuple[BankEntry, ...]
    total: int
    page: int
    pages: int
    archived: int  # how many stand apart


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """A document that a bank rests on, in the revision it uses."""

    id: int
    title: str
    short_title: str
    revision: int
    questions: int  # those not retired whose newest version cites this revision


@dataclass(frozen=True, slots=True)
class ShareEntry:
    """A teacher with whom a bank is shared."""

    person_id: int
    display_name: str
    username: str
    may_edit: bool
    shared_at: datetime


def banks_of(person_id: int, *, archived: bool = False, page: int = 1, size: int = PAGE_SIZE) -> BankPage:
    """Return a page of the banks a teacher may read: the ones in use, or those put away."""
    away = Bank.archived_at.is_not(None)
    query = select(away, func.count()).where(may_read_bank(person_id), ~_is_being_made()).group_by(away)
    totals = {bool(is_away): count for is_away, count in db.session.execute(query)}
    total = totals.get(archived, 0)
    pages = max(1, -(-total // size))
    page = min(max(1, page), pages)
    found = db.session.execute(_listed(person_id, archived).limit(size).offset((page - 1) * size)).all()
    counts = counts_of(row.Bank.id for row in found)
    rows = tuple(_entry(row, person_id, counts.get(row.Bank.id, BankCounts())) for row in found)
    return BankPage(rows, total, page, pages, totals.get(True, 0))


def editable_banks(person_id: int) -> tuple[tuple[int, str], ...]:
    """Return the banks in use that a teacher may change, by title: id and title."""
    query = select(Bank.id, Bank.title).where(may_edit_bank(person_id), Bank.archived_at.is_(None))
    return tuple((row.id, row.title) for row in db.session.execute(query.order_by(Bank.title, Bank.id)))


def counts_of(bank_ids: Iterable[int]) -> dict[int, BankCounts]:
    """Return how the questions of banks stand, hidden ones left out."""
    query = (
        select(
            Question.bank_id,
            *(_count(Question.state == state).label(state) for state in (ACCEPTED, DRAFT, RETIRED)),
            _count(Question.stale_at.is_not(None), Question.state != RETIRED).label("stale"),
        )
        .where(Question.bank_id.in_(list(bank_ids)), Question.state != HIDDEN)
        .group_by(Question.bank_id)
    )
    return {row[0]: BankCounts(row.accepted, row.draft, row.retired, row.stale) for row in db.session.execute(query)}


def documents_of_bank(bank_id: int) -> tuple[DocumentEntry, ...]:
    """Return the documents a bank rests on, each with how many questions cite it."""
    citing = (
        select(Citation.document_id, func.count(Question.id.distinct()).label("questions"))
        .join(QuestionVersion, QuestionVersion.id == Citation.version_id)
        .join(Question, is_newest())
        .where(Question.bank_id == bank_id, Question.state.in_((ACCEPTED, DRAFT)))
        .group_by(Citation.document_id)
        .subquery()
    )
    query = (
        select(Document.id, Document.title, Document.short_title, Document.revision, citing.c.questions)
        .join(BankDocument, BankDocument.document_id == Document.id)
        .outerjoin(citing, citing.c.document_id == Document.id)
        .where(BankDocument.bank_id == bank_id)
        .order_by(BankDocument.key)
    )
    return tuple(
        DocumentEntry(row.id, row.title, row.short_title, row.revision, row.questions or 0)
        for row in db.session.execute(query)
    )


def shares_of(bank_id: int) -> tuple[ShareEntry, ...]:
    """Return with whom a bank is shared, by name."""
    query = (
        select(Person.id, Person.display_name, Person.username, BankShare.may_edit, BankShare.shared_at)
        .join(BankShare, BankShare.person_id == Person.id)
        .where(BankShare.bank_id == bank_id)
        .order_by(Person.display_name, Person.id)
    )
    return tuple(
        ShareEntry(row.id, row.display_name, row.username or "", row.may_edit, row.shared_at)
        for row in db.session.execute(query)
    )


def _listed(person_id: int, archived: bool) -> Select[Any]:
    documents = select(func.count()).where(BankDocument.bank_id == Bank.id).correlate(Bank).scalar_subquery()
    owner = select(Person.display_name).where(Person.id == Bank.owner_id).correlate(Bank).scalar_subquery()
    first = case((Bank.owner_id == person_id, 0), (Bank.owner_id.is_not(None), 1), else_=2)
    away = Bank.archived_at.is_not(None) if archived else Bank.archived_at.is_(None)
    return (
        select(
            *(Bank, may_edit_bank(person_id).label("may_edit")),
            *(documents.label("documents"), owner.label("owner")),
        )
        .where(may_read_bank(person_id), away, ~_is_being_made())
        .order_by(first, Bank.title, Bank.id)
    )


def _is_being_made() -> ColumnElement[bool]:
    """That a job has only begun to fill a bank: it is put away and empty until the job is done."""
    works = exists().where(Job.state.in_(UNDER_WAY), Job.owner_id == Bank.owner_id)
    holds = exists().where(BankDocument.bank_id == Bank.id)
    return and_(Bank.archived_at.is_not(None), ~holds, works)


def _entry(row: Row[Any], person_id: int, counts: BankCounts) -> BankEntry:
    bank = row.Bank
    whose: Whose = "own" if bank.owner_id == person_id else "installation" if bank.owner_id is None else "shared"
    return BankEntry(
        id=bank.id,
        title=bank.title,
        description=bank.description,
        level=bank.level,
        whose=whose,
        owner=row.owner or "" if whose == "shared" else "",
        may_edit=bool(row.may_edit),
        archived_at=bank.archived_at,
        documents=row.documents,
        counts=counts,
    )


def _count(*conditions: ColumnElement[bool]) -> ColumnElement[int]:
    return func.count(case((and_(*conditions), 1)))
