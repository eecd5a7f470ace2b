"""Which questions of a bank are hard, by how they were answered in quizzes."""

from __future__ import annotations

from sqlalchemy import func, select

from quizapp.attempts.models import Answer, Attempt, AttemptItem
from quizapp.attempts.rules import QUIZ
from quizapp.banks.models import Question, QuestionVersion
from quizapp.core.statistics.items import LEAST
from quizapp.storage.database import db

# The shares of the points that were won, from and below which a question is of a level.
LEVELS = {"easy": (0.8, 1.01), "middling": (0.5, 0.8), "hard": (0.0, 0.5)}


def questions_of_level(bank_id: int, level: str) -> frozenset[int]:
    """Return the questions of a bank that are as hard as that; what was answered too seldom is of no level."""
    return questions_by_level(bank_id)[level]


def questions_by_level(bank_id: int) -> dict[str, frozenset[int]]:
    """Return the questions of a bank by how hard they are, as far as that is known, with one query."""
    query = (
        select(QuestionVersion.question_id, func.sum(Answer.points), func.sum(Answer.out_of))
        .join(AttemptItem, AttemptItem.id == Answer.item_id)
        .join(Attempt, Attempt.id == AttemptItem.attempt_id)
        .join(QuestionVersion, QuestionVersion.id == AttemptItem.version_id)
        .join(Question, Question.id == QuestionVersion.question_id)
        .where(Question.bank_id == bank_id, Attempt.mode == QUIZ)
        .group_by(QuestionVersion.question_id)
        .having(func.count(Answer.id) >= LEAST)
    )
    shares = [(question, float(won / out_of)) for question, won, out_of in db.session.execute(query) if out_of]
    return {
        level: frozenset(question for question, share in shares if least <= share < below)
        for level, (least, below) in LEVELS.items()
    }
