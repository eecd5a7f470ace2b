"""Questions that a running job has drafted: hidden until it reveals them all, or removed where it does not."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, delete, or_, select, update

from quizapp.banks.models import Bank, Citation, Question, QuestionVersion
from quizapp.banks.rules import DRAFT, HIDDEN
from quizapp.storage.database import db


def hidden_questions(bank_id: int, keys: Sequence[str]) -> list[int]:
    """Return the ids of a bank's hidden questions on these documents."""
    return list(db.session.scalars(select(Question.id).where(*_hidden(bank_id, keys)).order_by(Question.id)))


def reveal_questions(bank_id: int, keys: Sequence[str]) -> None:
    """Make the hidden questions on these documents drafts, all at once."""
    db.session.execute(update(Question).where(*_hidden(bank_id, keys)).values(state=DRAFT))


def remove_questions(ids: Sequence[int]) -> None:
    """Remove questions that nobody has ever seen, with their versions."""
    versions = select(QuestionVersion.id).where(QuestionVersion.question_id.in_(ids))
    db.session.execute(delete(Citation).where(Citation.version_id.in_(versions)))
    db.session.execute(delete(QuestionVersion).where(QuestionVersion.question_id.in_(ids)))
    db.session.execute(delete(Question).where(Question.id.in_(ids), Question.state == HIDDEN))


def remove_bank(bank_id: int) -> None:
    """Remove a bank that was made for a job and never held anything anybody saw."""
    db.session.execute(delete(Bank).where(Bank.id == bank_id))


def _hidden(bank_id: int, keys: Sequence[str]) -> tuple[ColumnElement[bool], ...]:
    on_documents = or_(*(Question.key.startswith(f"{key}/", autoescape=True) for key in keys))
    return Question.bank_id == bank_id, Question.state == HIDDEN, on_documents
