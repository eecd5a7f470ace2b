"""Other times for a learner or a class, brought to the attempts that are open already."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, select, update

from quizapp.attempts.models import Attempt
from quizapp.attempts.operations.reveal import reveal_due
from quizapp.attempts.rules import AFTER_EACH, AT_END, HANDED_IN, OPEN, deadline_of
from quizapp.quizzes.models import Edition
from quizapp.storage.database import db
from quizapp.teaching.models import Assignment
from quizapp.teaching.operations import arrange, change_assignment, release_results
from quizapp.teaching.operations.accommodations import Arrangement
from quizapp.teaching.queries.assignments import arrangements
from quizapp.teaching.rules import Times


def accommodate(assignment_id: int, person_id: int, arrangement: Arrangement, *, now: datetime) -> None:
    """Give one learner other times, also in an attempt that is open; raises what teaching.operations.arrange does."""
    arrange(assignment_id, person_id, arrangement)
    _renew_deadlines(assignment_id, Attempt.learner_id == person_id)
    reveal_due(person_id, assignment_id=assignment_id, now=now)


def set_otherwise(assignment_id: int, times: Times, *, feedback: str, now: datetime) -> None:
    """Give an assignment other times and another moment for its results, also in attempts that wait for them.

    Raises RefusedEntry where the times do not follow one another.
    """
    change_assignment(assignment_id, times, feedback=feedback)
    _renew_deadlines(assignment_id, Attempt.state == OPEN)
    _wait_otherwise(assignment_id, feedback)
    reveal_due(assignment_id=assignment_id, now=now)


def release(assignment_id: int, *, now: datetime) -> None:
    """Let the class see its results from now on, those that waited for a date too."""
    release_results(assignment_id, now=now)
    reveal_due(assignment_id=assignment_id, now=now)


def _renew_deadlines(assignment_id: int, which: ColumnElement[bool]) -> None:
    query = (
        select(Attempt.id, Attempt.learner_id, Attempt.started_at, Edition.time_limit_seconds, Assignment.closes_at)
        .join(Edition, Edition.id == Attempt.edition_id)
        .join(Assignment, Assignment.id == Attempt.assignment_id)
        .where(Attempt.assignment_id == assignment_id, Attempt.state == OPEN, which)
        .order_by(Attempt.id)
    )
    going = db.session.execute(query.with_for_update(of=Attempt)).all()
    arranged = arrangements(assignment_id, [row.learner_id for row in going])
    for row in going:
        own = arranged.get(row.learner_id)
        closes_at = (own.closes_at if own else None) or row.closes_at
        percent = own.time_percent if own else 100
        deadline = deadline_of(row.started_at, row.time_limit_seconds, percent=percent, closes_at=closes_at)
        db.session.execute(update(Attempt).where(Attempt.id == row.id).values(deadline=deadline))


def _wait_otherwise(assignment_id: int, feedback: str) -> None:
    """Attempts whose answers were not shown yet wait for what is said now; answers that were shown stay so."""
    waiting = (
        select(Attempt.id, Edition.feedback)
        .join(Edition, Edition.id == Attempt.edition_id)
        .where(Attempt.assignment_id == assignment_id, Attempt.state.in_((OPEN, HANDED_IN)))
        .where(Attempt.feedback != AFTER_EACH)
    )
    for attempt_id, said_by_quiz in db.session.execute(waiting.with_for_update(of=Attempt)).all():
        shown = feedback or said_by_quiz
        later = AT_END if shown == AFTER_EACH else shown
        db.session.execute(update(Attempt).where(Attempt.id == attempt_id).values(feedback=later))
