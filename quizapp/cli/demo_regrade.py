"""One question of the made-up class that was found to be unclear, and its points given to all."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select

from quizapp.attempts.models import Answer, Attempt, AttemptItem
from quizapp.banks.models import QuestionVersion
from quizapp.quizzes.models import Edition
from quizapp.regrading.operations import regrade
from quizapp.regrading.queries import Order, dry_run
from quizapp.regrading.rules import ALL, GIVE_ALL
from quizapp.storage.database import db

WHY = "Two of the answers can be read out of the sentence, so everybody has the point."


def give_points_to_all(quiz_id: int, teacher_id: int, *, now: datetime) -> None:
    """Give everybody the points of the choice that fewest had right in a quiz; the teacher is an admin."""
    version_id, question_id = _hardest(quiz_id)
    order = Order(question_id, version_id, None, GIVE_ALL, ALL, teacher_id)
    regrade(order, reason=WHY, fingerprint=dry_run(order).fingerprint, now=now)


def _hardest(quiz_id: int) -> tuple[int, int]:
    query = (
        select(QuestionVersion.id, QuestionVersion.question_id)
        .join(AttemptItem, AttemptItem.version_id == QuestionVersion.id)
        .join(Attempt, Attempt.id == AttemptItem.attempt_id)
        .join(Edition, Edition.id == Attempt.edition_id)
        .join(Answer, Answer.item_id == AttemptItem.id)
        .where(Edition.quiz_id == quiz_id, QuestionVersion.kind == "choice")
        .group_by(QuestionVersion.id)
        .order_by(func.sum(Answer.points) / func.count(), QuestionVersion.id)
        .limit(1)
    )
    version_id, question_id = db.session.execute(query).one()
    return version_id, question_id
