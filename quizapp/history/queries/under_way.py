"""When a class was last at work."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import func, select

from quizapp.attempts.models import Attempt
from quizapp.storage.database import db
from quizapp.teaching.models import Assignment


def last_attempts(class_id: int, person_ids: Iterable[int]) -> dict[int, datetime]:
    """Return when each of these learners last began something that is set to a class."""
    query = (
        select(Attempt.learner_id, func.max(Attempt.started_at).label("last"))
        .join(Assignment, Assignment.id == Attempt.assignment_id)
        .where(Assignment.class_id == class_id, Attempt.learner_id.in_(list(person_ids)))
        .group_by(Attempt.learner_id)
    )
    return {row.learner_id: row.last for row in db.session.execute(query)}
