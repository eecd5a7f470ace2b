"""Keeping the quizzes of a bank folder as its file states them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import select, update

from quizapp.quizzes.edition_details import EditionDetails
from quizapp.quizzes.models import Quiz
from quizapp.quizzes.operations.edition import freeze_edition
from quizapp.storage.database import db


@dataclass(frozen=True, slots=True)
class QuizDetails:
    """Where a quiz belongs and who may take it; bank and slug are stable."""

    bank_id: int
    slug: str
    position: int
    owner_id: int | None = None
    audience: str = "everyone"


def keep_quiz(details: QuizDetails, edition: EditionDetails, *, now: datetime) -> bool:
    """Keep a quiz and say whether a new edition had to be published."""
    quiz = db.session.scalar(select(Quiz).where(Quiz.bank_id == details.bank_id, Quiz.slug == details.slug))
    if quiz is None:
        quiz = Quiz()
        db.session.add(quiz)
    for name, value in asdict(details).items():
        setattr(quiz, name, value)
    quiz.archived_at = None
    db.session.flush()
    return freeze_edition(quiz.id, edition, now=now)


def archive_other_quizzes(bank_id: int, kept: Collection[str], *, now: datetime) -> None:
    """Take every other quiz of a bank's folder off the shelf; attempts at it, and teachers' quizzes, stay."""
    others = Quiz.bank_id == bank_id, Quiz.owner_id.is_(None), Quiz.slug.not_in(kept), Quiz.archived_at.is_(None)
    db.session.execute(update(Quiz).where(*others).values(archived_at=now))
