"""Every version of a question: who saved it when, and what it changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select

from quizapp.accounts.models import Person
from quizapp.banks.errors import NoSuchQuestion
from quizapp.banks.models import Question, QuestionVersion
from quizapp.banks.queries.differences import Change, differences
from quizapp.banks.queries.drafts import drafts_of_versions
from quizapp.core.kinds import QuestionDraft
from quizapp.storage.database import db

AT_ONCE = 10


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a question; `by` is empty where the program drafted or loaded it."""

    id: int
    number: int
    by: str
    at: datetime
    draft: QuestionDraft
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class History:
    """The versions of a question, the newest first, a page of them at a time."""

    question_id: int
    newest: int
    versions: tuple[Version, ...]
    older: int | None  # the number to go on from


def history(question_id: int, *, from_number: int | None = None) -> History:
    """Return the versions of a question from a number downwards, each with what it changed in the one before."""
    newest = db.session.scalar(select(func.max(QuestionVersion.number)).where(_of(question_id)))
    if newest is None:
        raise NoSuchQuestion
    first = min(from_number or newest, newest)
    query = _versions(question_id).where(QuestionVersion.number <= first).limit(AT_ONCE + 1)
    rows = db.session.execute(query.order_by(QuestionVersion.number.desc())).all()
    drafts = drafts_of_versions([row.id for row in rows])
    shown = rows[:AT_ONCE]
    before = [*rows[1:], None]
    versions = tuple(_version(row, old, drafts) for row, old in zip(shown, before, strict=False))
    return History(question_id, newest, versions, rows[AT_ONCE].number if len(rows) > AT_ONCE else None)


def version(question_id: int, number: int) -> Version:
    """Return one version of a question; NoSuchQuestion where there is none of this number."""
    row = db.session.execute(_versions(question_id).where(QuestionVersion.number == number)).one_or_none()
    if row is None:
        raise NoSuchQuestion
    return _version(row, None, drafts_of_versions([row.id]))


def _version(row: Any, old: Any, drafts: dict[int, QuestionDraft]) -> Version:
    changes = differences(drafts[old.id], drafts[row.id]) if old is not None else ()
    return Version(row.id, row.number, row.display_name or "", row.created_at, drafts[row.id], changes)


def _versions(question_id: int) -> Select[Any]:
    columns: Any = (QuestionVersion.id, QuestionVersion.number, Person.display_name, QuestionVersion.created_at)
    return select(*columns).outerjoin(Person, Person.id == QuestionVersion.author_id).where(_of(question_id))


def _of(question_id: int) -> Any:
    return QuestionVersion.question_id == question_id


def state_of(question_id: int) -> tuple[str, int]:
    """Return the state of a question and the number of its newest version."""
    row = db.session.execute(
        select(Question.state, Question.version_number).where(Question.id == question_id)
    ).one_or_none()
    if row is None:
        raise NoSuchQuestion
    return row.state, row.version_number


def id_of_key(bank_id: int, key: str) -> int | None:
    """Return the question that has a key in a bank."""
    return db.session.scalar(select(Question.id).where(Question.bank_id == bank_id, Question.key == key))


def changes_between(old_id: int, new_id: int) -> tuple[Change, ...]:
    """Return every part in which two question versions differ, by their ids."""
    drafts = drafts_of_versions([old_id, new_id])
    return differences(drafts[old_id], drafts[new_id])
