"""What a teacher set that is under way or waits for her, with how far her classes are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, func, or_, select

from quizapp.attempts.models import Attempt
from quizapp.attempts.rules import HANDED_IN, ON_RELEASE
from quizapp.history.queries.assignment import Counts, counts_of
from quizapp.storage.database import db
from quizapp.teaching.models import Assignment, Class
from quizapp.teaching.queries.assignments import SetQuiz, set_quizzes

DUE_LATELY = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class DueSoon:
    """Something that is under way, with how far its class is."""

    assignment: SetQuiz
    counts: Counts


def due_soon(owner_id: int, now: datetime) -> tuple[DueSoon, ...]:
    """Return what a teacher set that is under way or was due lately, the one due first first."""
    under_way = or_(Assignment.due_at.is_(None), Assignment.due_at > now - DUE_LATELY)
    not_closed = or_(Assignment.closes_at.is_(None), Assignment.closes_at > now)
    query = _owned_by(owner_id).where(Assignment.opens_at <= now, under_way, not_closed)
    rows = db.session.execute(query.order_by(Assignment.due_at.is_(None), Assignment.due_at, Assignment.id))
    assignments = [SetQuiz(*row) for row in rows]
    counts = counts_of([assignment.id for assignment in assignments]) if assignments else {}
    return tuple(DueSoon(assignment, counts[assignment.id]) for assignment in assignments)


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something whose results wait for the teacher."""

    assignment: SetQuiz
    learners: int


def waiting_for_release(owner_id: int) -> tuple[Waiting, ...]:
    """Return what was handed in and waits until its teacher releases the results, the oldest first."""
    waiting = (
        select(Attempt.assignment_id, func.count(Attempt.learner_id.distinct()).label("learners"))
        .where(Attempt.state == HANDED_IN, Attempt.feedback == ON_RELEASE)
        .group_by(Attempt.assignment_id)
        .subquery()
    )
    query = _owned_by(owner_id).join(waiting, waiting.c.assignment_id == Assignment.id)
    rows = db.session.execute(query.add_columns(waiting.c.learners).order_by(Assignment.id))
    return tuple(Waiting(SetQuiz(*row[:-1]), row[-1]) for row in rows)


def last_attempts(class_id: int, person_ids: Iterable[int]) -> dict[int, datetime]:
    """Return when each of these learners last began something that is set to a class."""
    query = (
        select(Attempt.learner_id, func.max(Attempt.started_at).label("last"))
        .join(Assignment, Assignment.id == Attempt.assignment_id)
        .where(Assignment.class_id == class_id, Attempt.learner_id.in_(list(person_ids)))
        .group_by(Attempt.learner_id)
    )
    return {row.learner_id: row.last for row in db.session.execute(query)}


def _owned_by(owner_id: int) -> Select[*tuple[Any, ...]]:
    return set_quizzes().where(
        Class.owner_id == owner_id, Class.archived_at.is_(None), Assignment.withdrawn_at.is_(None)
    )
