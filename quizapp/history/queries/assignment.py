"""How far a class is with what is set to it, counted from its attempts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Select, case, exists, func, select

from quizapp.accounts.models import Person
from quizapp.attempts.models import Answer, Attempt, AttemptItem
from quizapp.attempts.rules import OPEN
from quizapp.core.statistics.scores import percent
from quizapp.storage.database import db
from quizapp.teaching.models import Assignment, Enrolment
from quizapp.teaching.queries.assignments import OwnTimes, SetQuiz, arrangements

NOT_STARTED, WORKING, DONE = "not_started", "working", "handed_in"
STATES = (NOT_STARTED, WORKING, DONE)
PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of a class are how far."""

    not_started: int = 0
    working: int = 0
    handed_in: int = 0

    @property
    def total(self) -> int:
        """How many there are."""
        return self.not_started + self.working + self.handed_in


@dataclass(frozen=True, slots=True)
class LearnerProgress:
    """How far one learner is."""

    person_id: int
    name: str
    username: str | None
    state: str  # not_started, working, handed_in
    handed_in_at: datetime | None  # the attempt whose score is shown
    is_late: bool  # that attempt
    percent: int | None  # the best of what was handed in
    attempts: int
    own: OwnTimes | None  # what was arranged for this learner


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a class is, with one page of its learners."""

    counts: Counts
    rows: tuple[LearnerProgress, ...]
    total: int
    page: int
    pages: int


def progress(assignment: SetQuiz, *, state: str = "", page: int = 1, size: int = PAGE_SIZE) -> Progress:
    """Return how far a class is, with one page of the learners in a state, or of all; too far is the last page."""
    counts = counts_of([assignment.id])[assignment.id]
    total = getattr(counts, state) if state in STATES else counts.total
    pages = max(1, -(-total // size))
    page = min(max(1, page), pages)
    query = _members(Assignment.id == assignment.id).order_by(func.lower(Person.display_name), Person.id)
    if state in STATES:
        query = query.where(learner_state() == state)
    rows = db.session.execute(query.limit(size).offset((page - 1) * size)).all()
    return Progress(counts, _learners(assignment, rows), total, page, pages)


def progress_of_one(assignment: SetQuiz, person_id: int) -> LearnerProgress | None:
    """Return how far one learner of the class is; None for who does not belong to it."""
    rows = db.session.execute(_members(Assignment.id == assignment.id).where(Person.id == person_id)).all()
    return next(iter(_learners(assignment, rows)), None)


def counts_of(assignment_ids: Sequence[int]) -> dict[int, Counts]:
    """Return how many of each assignment's class are how far."""
    members = _members(Assignment.id.in_(assignment_ids)).subquery()
    query = select(members.c.assignment_id, members.c.state, func.count()).group_by(
        members.c.assignment_id, members.c.state
    )
    found: dict[int, dict[str, int]] = {assignment_id: {} for assignment_id in assignment_ids}
    for assignment_id, state, count in db.session.execute(query):
        found[assignment_id][state] = count
    return {assignment_id: Counts(**states) for assignment_id, states in found.items()}


def _members(which: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    return (
        select(
            Assignment.id.label("assignment_id"),
            Person.id.label("person_id"),
            Person.display_name,
            Person.username,
            learner_state().label("state"),
        )
        .join(Enrolment, Enrolment.class_id == Assignment.class_id)
        .join(Person, Person.id == Enrolment.person_id)
        .where(which, Enrolment.removed_at.is_(None), Person.taken_over_by.is_(None))
    )


def learner_state() -> ColumnElement[str]:
    """How far the learner of a row is: what was handed in once stays so while another attempt goes on."""
    theirs = Attempt.assignment_id == Assignment.id, Attempt.learner_id == Person.id
    return case(
        (exists().where(*theirs, Attempt.state != OPEN).correlate(Assignment, Person), DONE),
        (exists().where(*theirs).correlate(Assignment, Person), WORKING),
        else_=NOT_STARTED,
    )


def _learners(assignment: SetQuiz, rows: Sequence[Any]) -> tuple[LearnerProgress, ...]:
    person_ids = [row.person_id for row in rows]
    arranged = arrangements(assignment.id, person_ids)
    taken = _taken(assignment.id, person_ids)
    return tuple(_learner(assignment, row, arranged.get(row.person_id), taken) for row in rows)


def _learner(
    assignment: SetQuiz, row: Any, own: OwnTimes | None, taken: Mapping[int, Sequence[Any]]
) -> LearnerProgress:
    attempts = taken.get(row.person_id, ())
    done = [attempt for attempt in attempts if attempt.state != OPEN]
    best = max(done, key=lambda attempt: (attempt.points or Decimal(0)) / attempt.out_of, default=None)
    due_at = (own.due_at if own else None) or assignment.due_at
    return LearnerProgress(
        person_id=row.person_id,
        name=row.display_name,
        username=row.username,
        state=row.state,
        handed_in_at=best.submitted_at if best else None,
        is_late=best is not None and due_at is not None and best.submitted_at > due_at,
        percent=percent(best.points or Decimal(0), best.out_of) if best else None,
        attempts=len(attempts),
        own=own,
    )


def _taken(assignment_id: int, person_ids: Sequence[int]) -> dict[int, list[Any]]:
    """The attempts of these learners, each with its points summed from its answers."""
    query = (
        select(
            Attempt.learner_id,
            Attempt.state,
            Attempt.submitted_at,
            func.sum(Answer.points).label("points"),
            func.sum(AttemptItem.points).label("out_of"),
        )
        .join(AttemptItem, AttemptItem.attempt_id == Attempt.id)
        .outerjoin(Answer, Answer.item_id == AttemptItem.id)
        .where(Attempt.assignment_id == assignment_id, Attempt.learner_id.in_(person_ids))
        .group_by(Attempt.id)
        .order_by(Attempt.id)
    )
    found: dict[int, list[Any]] = {}
    for row in db.session.execute(query):
        found.setdefault(row.learner_id, []).append(row)
    return found
