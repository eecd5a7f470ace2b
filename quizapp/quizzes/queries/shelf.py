"""The shelf of quizzes."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, func, select

from quizapp.banks.models import Bank
from quizapp.quizzes.models import Edition, EditionItem, Quiz
from quizapp.quizzes.rules import about_minutes, is_offered, is_published, limit_minutes, question_count
from quizapp.storage.database import db


@dataclass(frozen=True, slots=True)
class ShelfEntry:
    """A quiz on the shelf; the learner's own figures are in history.queries.standings."""

    quiz_id: int
    title: str
    description: str
    bank_title: str
    level: str
    question_count: int  # how many an attempt asks
    minutes: int  # about how long it takes
    time_limit_minutes: int | None
    feedback: str  # after_each, at_end, after_due, on_release
    open_document: bool


def shelf() -> tuple[ShelfEntry, ...]:
    """Return the quizzes offered to everyone, bank by bank in their order."""
    return _entries(is_offered())


def entries_of(quiz_ids: Collection[int]) -> dict[int, ShelfEntry]:
    """Return published quizzes by their ids, whoever may take them."""
    return {entry.quiz_id: entry for entry in _entries(and_(is_published(), Quiz.id.in_(quiz_ids)))} if quiz_ids else {}


def _entries(which: ColumnElement[bool]) -> tuple[ShelfEntry, ...]:
    slots = (
        select(func.count(EditionItem.slot.distinct()))
        .where(EditionItem.edition_id == Edition.id)
        .correlate(Edition)
        .scalar_subquery()
    )
    query = (
        select(Edition, Bank.title.label("bank_title"), Bank.level, slots.label("slots"))
        .join(Quiz, Quiz.id == Edition.quiz_id)
        .join(Bank, Bank.id == Quiz.bank_id)
        .where(which)
        .order_by(Bank.id, Quiz.position, Quiz.id)
    )
    return tuple(_entry(row.Edition, row.bank_title, row.level, row.slots) for row in db.session.execute(query))


def is_on_shelf(quiz_id: int) -> bool:
    """Say whether a quiz is offered to everyone."""
    query = select(Quiz.id).join(Edition, Edition.quiz_id == Quiz.id).where(Quiz.id == quiz_id, is_offered())
    return db.session.scalar(query) is not None


def _entry(edition: Edition, bank_title: str, level: str, slots: int) -> ShelfEntry:
    count = question_count(slots, edition.pick)
    return ShelfEntry(
        quiz_id=edition.quiz_id,
        title=edition.title,
        description=edition.description,
        bank_title=bank_title,
        level=level,
        question_count=count,
        minutes=about_minutes(count),
        time_limit_minutes=limit_minutes(edition.time_limit_seconds),
        feedback=edition.feedback,
        open_document=edition.open_document,
    )
