"""What is set to a class: from when, until when, and when what is right is shown."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from quizapp.quizzes.errors import NoSuchQuiz
from quizapp.quizzes.models import Edition
from quizapp.storage.database import db
from quizapp.teaching.models import Assignment, Class
from quizapp.teaching.queries.assignable import may_assign
from quizapp.teaching.rules import Times, check_times


def assign(quiz_id: int, class_id: int, times: Times, *, feedback: str = "", now: datetime) -> int:
    """Set a quiz to a class and return the assignment's id; the same twice is once.

    Raises NoSuchQuiz where the class's teacher may not set this quiz, and RefusedEntry for times that do not follow.
    """
    owner_id = db.session.scalars(select(Class.owner_id).where(Class.id == class_id).with_for_update()).one()
    if not may_assign(quiz_id, owner_id):
        raise NoSuchQuiz
    check_times(times, feedback or _said_by(quiz_id))
    there = _the_same(quiz_id, class_id, times, feedback)
    if there is not None:
        return there
    assignment = Assignment(quiz_id=quiz_id, class_id=class_id, feedback=feedback, created_at=now)
    _set_times(assignment, times)
    db.session.add(assignment)
    db.session.flush()
    return assignment.id


def change_assignment(assignment_id: int, times: Times, *, feedback: str) -> None:
    """Give an assignment other times, or another moment for its results; RefusedEntry where they do not follow."""
    assignment = db.session.get_one(Assignment, assignment_id)
    check_times(times, feedback or _said_by(assignment.quiz_id))
    _set_times(assignment, times)
    assignment.feedback = feedback
    db.session.flush()


def withdraw(assignment_id: int, *, now: datetime) -> None:
    """Take an assignment back: nobody can start it any more, and what was answered stays."""
    assignment = db.session.get_one(Assignment, assignment_id)
    assignment.withdrawn_at = assignment.withdrawn_at or now
    db.session.flush()


def set_again(assignment_id: int) -> None:
    """Set an assignment again that was taken back, as it was."""
    db.session.get_one(Assignment, assignment_id).withdrawn_at = None
    db.session.flush()


def release_results(assignment_id: int, *, now: datetime) -> None:
    """Let the class see its results from now on, whatever date they waited for."""
    assignment = db.session.get_one(Assignment, assignment_id)
    assignment.released_at = assignment.released_at or now
    db.session.flush()


def _said_by(quiz_id: int) -> str:
    """When a quiz itself says that its results are shown: what waits for a due date needs one."""
    return db.session.scalars(select(Edition.feedback).where(Edition.quiz_id == quiz_id, Edition.is_current)).one()


def _set_times(assignment: Assignment, times: Times) -> None:
    assignment.opens_at, assignment.due_at, assignment.closes_at = times.opens_at, times.due_at, times.closes_at


def _the_same(quiz_id: int, class_id: int, times: Times, feedback: str) -> int | None:
    # A form that is sent twice, by a double press or from two tabs, sets the quiz once.
    return db.session.scalar(
        select(Assignment.id).where(
            Assignment.quiz_id == quiz_id,
            Assignment.class_id == class_id,
            Assignment.feedback == feedback,
            Assignment.opens_at == times.opens_at,
            Assignment.due_at.is_not_distinct_from(times.due_at),
            Assignment.closes_at.is_not_distinct_from(times.closes_at),
            Assignment.withdrawn_at.is_(None),
        )
    )
