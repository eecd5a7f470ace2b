"""The attempts that a teacher answers for, found from her classes and her quizzes, whatever else is stored."""

from __future__ import annotations

from sqlalchemy import CTE, select, union

from quizapp.attempts.models import Attempt
from quizapp.history.queries.counted import FINISHED
from quizapp.history.queries.within import EVER, Within
from quizapp.quizzes.models import Edition, Quiz
from quizapp.teaching.models import Assignment, Class


def seen_attempts(teacher_id: int, *, class_id: int | None = None, within: Within = EVER) -> CTE:
    """Select the finished attempts at what is set to one class of hers; or to any of them, and at her own quizzes."""
    finished = select(Attempt.id).where(Attempt.state.in_(FINISHED), *within.holds(Attempt.submitted_at))
    of_class = (
        finished.join(Assignment, Assignment.id == Attempt.assignment_id)
        .join(Class, Class.id == Assignment.class_id)
        .where(Class.owner_id == teacher_id)
    )
    if class_id is not None:
        return of_class.where(Class.id == class_id).cte("seen")
    of_quiz = (
        finished.join(Edition, Edition.id == Attempt.edition_id)
        .join(Quiz, Quiz.id == Edition.quiz_id)
        .where(Quiz.owner_id == teacher_id)
    )
    return union(of_class, of_quiz).cte("seen")
