"""What learners have answered in a quiz, as a record of it is compared with."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import select

from quizapp.attempts.models import Answer, Attempt, AttemptItem
from quizapp.attempts.rules import OPEN
from quizapp.banks.models import QuestionVersion
from quizapp.quizzes.models import Edition
from quizapp.storage.database import db

AT_ONCE = 500  # learners
Place = tuple[int, datetime]  # a question, and the second it was answered in


@dataclass(frozen=True, slots=True)
class KeptAttempt:
    """A finished attempt, with each response as it is stored; seed tells what it was recorded as."""

    attempt_id: int
    learner_id: int
    seed: str
    given: dict[Place, dict[str, Any] | None] = field(default_factory=dict)


def kept_attempts(quiz_id: int, learner_ids: Collection[int]) -> dict[int, list[KeptAttempt]]:
    """Return the finished attempts of some learners at a quiz, in whichever edition, by learner."""
    found: dict[int, KeptAttempt] = {}
    ids = sorted(learner_ids)
    for start in range(0, len(ids), AT_ONCE):
        for attempt, learner, seed, question, at, response in _answers(quiz_id, ids[start : start + AT_ONCE]):
            kept = found.setdefault(attempt, KeptAttempt(attempt, learner, seed))
            kept.given[question, at.replace(microsecond=0)] = response
    by_learner: dict[int, list[KeptAttempt]] = {}
    for kept in found.values():
        by_learner.setdefault(kept.learner_id, []).append(kept)
    return by_learner


def _answers(quiz_id: int, learner_ids: Collection[int]) -> Iterator[Any]:
    query = (
        select(
            *(Attempt.id, Attempt.learner_id, Attempt.seed, QuestionVersion.question_id),
            *(Answer.answered_at, Answer.response),
        )
        .join(Edition, Edition.id == Attempt.edition_id)
        .join(AttemptItem, AttemptItem.attempt_id == Attempt.id)
        .join(QuestionVersion, QuestionVersion.id == AttemptItem.version_id)
        .join(Answer, Answer.item_id == AttemptItem.id)
        .where(Edition.quiz_id == quiz_id, Attempt.learner_id.in_(learner_ids), Attempt.state != OPEN)
        .order_by(Attempt.id)
    )
    yield from db.session.execute(query)
