"""Which questions of a bank are hard, by how they were answered in quizzes."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ScalarSelect, func, select

from quizapp.attempts.models import Answer, Attempt, AttemptItem
from quizapp.attempts.rules import QUIZ
from quizapp.banks.models import Question, QuestionVersion
from quizapp.banks.rules import is_newest
from quizapp.core.statistics.items import LEAST
from quizapp.history.queries.counted import as_points
from quizapp.storage.database import db

# The shares of the points that were won, from and below which a question is of a level.
LEVELS = {"easy": (0.8, 1.01), "middling": (0.5, 0.8), "hard": (0.0, 0.5)}
NEWEST = 60  # answers that decide: the share is right to 6 % or so, and a million older ones cost nothing


def questions_of_level(bank_id: int, level: str) -> frozenset[int]:
    """Return the questions of a bank that are as hard as that; what was answered too seldom is of no level."""
    return questions_by_level(bank_id)[level]


def questions_by_level(bank_id: int) -> dict[str, frozenset[int]]:
    """Return the questions of a bank by how hard they are now, as far as that is known, with one query.

    The newest answers to a question's newest version decide.
    """
    share = _share().label("share")
    query = select(Question.id, share).join(QuestionVersion, is_newest()).where(Question.bank_id == bank_id)
    shares = [(question, float(found)) for question, found in db.session.execute(query) if found is not None]
    return {
        level: frozenset(question for question, share in shares if least <= share < below)
        for level, (least, below) in LEVELS.items()
    }


def _share() -> ScalarSelect[Any]:
    """The share of the points that the newest answers to a version won; none where they are too few."""
    newest = (
        select(as_points(Answer.points).label("won"), as_points(Answer.out_of).label("out_of"))
        .join(AttemptItem, AttemptItem.id == Answer.item_id)
        .join(Attempt, Attempt.id == AttemptItem.attempt_id)
        .where(AttemptItem.version_id == QuestionVersion.id, Attempt.mode == QUIZ)
        .order_by(AttemptItem.id.desc())
        .limit(NEWEST)
        .correlate(QuestionVersion)
        .subquery("newest")
    )
    won = func.sum(newest.c.won) / func.nullif(func.sum(newest.c.out_of), 0)
    return select(won).having(func.count() >= LEAST).correlate(QuestionVersion).scalar_subquery()
