"""A teacher's own quizzes; anybody else's are not there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from quizapp.quizzes.errors import NoSuchQuiz
from quizapp.quizzes.models import Quiz
from quizapp.storage.database import db


@dataclass(frozen=True, slots=True)
class OwnQuiz:
    """A quiz that its teacher has opened."""

    id: int
    bank_id: int
    audience: str  # everyone, link, classes
    link_secret: str | None
    released_at: datetime | None
    archived_at: datetime | None


def open_own_quiz(quiz_id: int, person_id: int) -> OwnQuiz:
    """Return a teacher's own quiz; NoSuchQuiz for any other."""
    quiz = db.session.scalar(select(Quiz).where(Quiz.id == quiz_id, Quiz.owner_id == person_id))
    if quiz is None:
        raise NoSuchQuiz
    return OwnQuiz(quiz.id, quiz.bank_id, quiz.audience, quiz.link_secret, quiz.released_at, quiz.archived_at)
