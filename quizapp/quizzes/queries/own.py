"""A teacher's quizzes, the newest first, page by page; and the banks she may ask from."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, func, select

from quizapp.banks.models import Bank, Question
from quizapp.banks.rules import ACCEPTED, DRAFT, may_read_bank
from quizapp.quizzes.models import Edition, Quiz, QuizDraft
from quizapp.quizzes.queries.composer import State, state_of
from quizapp.quizzes.queries.pinned import editions_of_drafts
from quizapp.quizzes.rules import question_count
from quizapp.storage.database import db

PAGE_SIZE = 25
MOST_BANKS = 200


@dataclass(frozen=True, slots=True)
class OwnEntry:
    """A quiz in its teacher's list."""

    quiz_id: int
    title: str
    bank_id: int
    bank_title: str
    state: State
    edition_number: int | None
    audience: str  # classes, link, everyone
    question_count: int  # how many an attempt asks, as it is being composed
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class OwnPage:
    """One page of a teacher's quizzes; `archived` counts those put away, whichever are shown."""

    entries: tuple[OwnEntry, ...]
    total: int
    page: int
    pages: int
    archived: int


@dataclass(frozen=True, slots=True)
class AskableBank:
    """A bank that a teacher may cut a quiz from, and how many accepted questions it has."""

    bank_id: int
    title: str
    accepted: int
    waiting: int  # drafts to review


def own_quizzes(owner_id: int, *, page: int = 1, archived: bool = False, bank_id: int | None = None) -> OwnPage:
    """Return one page of a teacher's quizzes, in use or archived, of one bank or of all."""
    hers = Quiz.owner_id == owner_id if bank_id is None else and_(Quiz.owner_id == owner_id, Quiz.bank_id == bank_id)
    away = func.count(Quiz.archived_at)
    count, put_away = db.session.execute(select(func.count(Quiz.id), away).where(hers)).one()
    total = put_away if archived else count - put_away
    pages = max(1, -(-total // PAGE_SIZE))
    page = min(max(1, page), pages)
    shown = Quiz.archived_at.is_not(None) if archived else Quiz.archived_at.is_(None)
    return OwnPage(_entries(and_(hers, shown), page), total, page, pages, put_away)


def _entries(which: ColumnElement[bool], page: int) -> tuple[OwnEntry, ...]:
    query = (
        select(Quiz, QuizDraft, Bank.title.label("bank_title"), Edition)
        .join(QuizDraft, QuizDraft.quiz_id == Quiz.id)
        .join(Bank, Bank.id == Quiz.bank_id)
        .outerjoin(Edition, (Edition.quiz_id == Quiz.id) & Edition.is_current)
        .where(which)
        .order_by(QuizDraft.changed_at.desc(), Quiz.id.desc())
        .limit(PAGE_SIZE)
        .offset((page - 1) * PAGE_SIZE)
    )
    rows = db.session.execute(query).all()
    return tuple(_entries_of(rows))


def _entries_of(rows: Collection[Any]) -> list[OwnEntry]:
    frozen = editions_of_drafts([row.Quiz.id for row in rows])
    found = []
    for row in rows:
        now = frozen[row.Quiz.id]
        slots = len({item.slot for item in now.items})
        found.append(
            OwnEntry(
                quiz_id=row.Quiz.id,
                title=row.QuizDraft.title,
                bank_id=row.Quiz.bank_id,
                bank_title=row.bank_title,
                state=state_of(row.Quiz.archived_at, row.Edition, now.content_hash if row.Edition else ""),
                edition_number=row.Edition.number if row.Edition else None,
                audience=row.Quiz.audience,
                question_count=question_count(slots, now.pick),
                changed_at=row.QuizDraft.changed_at,
            )
        )
    return found


def askable_banks(person_id: int) -> tuple[AskableBank, ...]:
    """Return the banks a teacher may cut quizzes from: her own and shared ones first, then the installation's."""
    accepted = func.count(Question.id).filter(Question.state == ACCEPTED)
    waiting = func.count(Question.id).filter(Question.state == DRAFT)
    query = (
        select(Bank.id, Bank.title, accepted, waiting)
        .outerjoin(Question, Question.bank_id == Bank.id)
        .where(may_read_bank(person_id), Bank.archived_at.is_(None))
        .group_by(Bank.id, Bank.title, Bank.owner_id)
        .order_by(Bank.owner_id.is_(None), Bank.id.desc())
        .limit(MOST_BANKS)
    )
    return tuple(AskableBank(*row) for row in db.session.execute(query))
