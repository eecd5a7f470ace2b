"""How sure a learner was, and how often that was right."""

from __future__ import annotations

from sqlalchemy import bindparam, case, func, select

from quizapp.attempts.models import Answer, Attempt, AttemptItem
from quizapp.core.statistics.calibration import Said
from quizapp.history.queries.shown_answers import IS_FINAL
from quizapp.storage.database import db

BY_SURENESS = (
    select(Answer.sure, func.count(), func.sum(case((Answer.verdict == "right", 1), else_=0)))
    .join(AttemptItem, AttemptItem.id == Answer.item_id)
    .join(Attempt, Attempt.id == AttemptItem.attempt_id)
    .where(Attempt.learner_id == bindparam("learner"), IS_FINAL, Answer.verdict != "unanswered")
    .group_by(Answer.sure)
)


def calibration(learner_id: int) -> tuple[Said, ...]:
    """Return the shown answers of a learner by what was said of them: sure, not sure, nothing; empty groups too."""
    rows = {sure: (n, right) for sure, n, right in db.session.execute(BY_SURENESS, {"learner": learner_id})}
    return tuple(Said(sure, *rows.get(sure, (0, 0))) for sure in (True, False, None))
