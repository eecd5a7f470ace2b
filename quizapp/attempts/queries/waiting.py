"""An attempt that was handed in, and what it waits for before it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Exists, func, select
from sqlalchemy.orm import aliased

from quizapp.attempts.errors import NoSuchAttempt
from quizapp.attempts.models import Attempt
from quizapp.attempts.rules import AFTER_DUE, HANDED_IN, OPEN
from quizapp.quizzes.models import Edition
from quizapp.storage.database import db
from quizapp.teaching.models import Accommodation, Assignment, Class


@dataclass(frozen=True, slots=True)
class Waiting:
    """An attempt handed in; shown_at is None where its teacher decides when it is shown."""

    attempt_id: int
    title: str
    submitted_at: datetime
    shown_at: datetime | None
    time_zone: str
    is_begun_again: bool  # another attempt at the quiz is open: what is right would be copied into it


def waiting(attempt_id: int, learner_id: int) -> Waiting:
    """Return what an attempt waits for; NoSuchAttempt for any that is not handed in, or anybody else's."""
    due = func.coalesce(Accommodation.due_at, Assignment.due_at)
    query = (
        select(Attempt.title, Attempt.feedback, Attempt.submitted_at, due, Class.time_zone, begun_again())
        .outerjoin(Edition, Edition.id == Attempt.edition_id)
        .outerjoin(Assignment, Assignment.id == Attempt.assignment_id)
        .outerjoin(Class, Class.id == Assignment.class_id)
        .outerjoin(
            Accommodation,
            (Accommodation.assignment_id == Attempt.assignment_id) & (Accommodation.person_id == Attempt.learner_id),
        )
        .where(Attempt.id == attempt_id, Attempt.learner_id == learner_id, Attempt.state == HANDED_IN)
    )
    row = db.session.execute(query).one_or_none()
    if row is None:
        raise NoSuchAttempt
    title, feedback, submitted_at, due_at, zone, again = row
    assert submitted_at is not None  # noqa: S101 - whatever was handed in has its moment
    return Waiting(attempt_id, title, submitted_at, due_at if feedback == AFTER_DUE else None, zone or "UTC", again)


def is_waited_for(assignment_id: int) -> bool:
    """Whether somebody's results of what is set are held back still, whatever its quiz says by now."""
    held = Attempt.assignment_id == assignment_id, Attempt.state == HANDED_IN
    return db.session.scalar(select(Attempt.id).where(*held).limit(1)) is not None


def begun_again() -> Exists:
    """Whether the learner of a row has an open attempt at the same quiz, in whichever edition."""
    other, its = aliased(Attempt), aliased(Edition)
    query = select(other.id).join(its, its.id == other.edition_id)
    same = its.quiz_id == Edition.quiz_id, other.learner_id == Attempt.learner_id
    return query.where(*same, other.state == OPEN).correlate(Attempt, Edition).exists()
