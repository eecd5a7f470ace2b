"""Published quizzes that still ask an older version of a question."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Select, func, select

from quizapp.banks.models import Question, QuestionVersion
from quizapp.quizzes.models import Edition, EditionItem, Quiz
from quizapp.storage.database import db

AT_MOST = 100


@dataclass(frozen=True, slots=True)
class Outdated:
    """A teacher's quiz whose newest edition asks a question as it was in an older version."""

    quiz_id: int
    title: str
    version_number: int


def outdated_quizzes(question_id: int, owner_id: int) -> tuple[Outdated, ...]:
    """Return a teacher's own quizzes, as they are offered now, that ask an older version of a question."""
    query = _asking(question_id).where(Quiz.owner_id == owner_id).order_by(Edition.title, Quiz.id).limit(AT_MOST)
    return tuple(Outdated(*row) for row in db.session.execute(query))


def outdated_elsewhere(question_id: int, owner_id: int) -> int:
    """Return how many quizzes of others ask an older version of a question."""
    query = _asking(question_id).where(Quiz.owner_id.is_distinct_from(owner_id)).subquery()
    return db.session.scalar(select(func.count()).select_from(query)) or 0


def _asking(question_id: int) -> Select[*tuple[int, str, int]]:
    return (
        select(Quiz.id, Edition.title, QuestionVersion.number)
        .join(Edition, (Edition.quiz_id == Quiz.id) & Edition.is_current)
        .join(EditionItem, EditionItem.edition_id == Edition.id)
        .join(QuestionVersion, QuestionVersion.id == EditionItem.version_id)
        .join(Question, Question.id == QuestionVersion.question_id)
        .where(Question.id == question_id, QuestionVersion.number < Question.version_number)
        .where(Quiz.archived_at.is_(None))
    )
