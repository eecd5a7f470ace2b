"""What came of one assignment, person by person: who handed in what, and who is behind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select

from quizapp.accounts.models import Person
from quizapp.attempts.models import Attempt
from quizapp.history.queries.assignment import DONE, NOT_STARTED, WORKING, Counts, learner_state
from quizapp.history.queries.counted import Which, counted
from quizapp.history.queries.quiz_figures import as_percent
from quizapp.history.queries.within import EVER, Within
from quizapp.history.queries.working_time import UNKNOWN, minutes_worked, pauses_of
from quizapp.storage.database import db
from quizapp.teaching.models import Accommodation, Assignment, Enrolment
from quizapp.teaching.queries.assignments import SetQuiz

MOST_NAMES = 30  # of each state


@dataclass(frozen=True, slots=True)
class PersonResult:
    """How one learner of the class did; percent and minutes are of the attempt that counts."""

    person_id: int
    name: str
    state: str  # not_started, working, handed_in
    attempt_id: int | None
    percent: int | None
    minutes: int | None  # None: not known
    handed_in_at: datetime | None
    is_late: bool
    is_overdue: bool  # nothing was handed in, and the date has passed


@dataclass(frozen=True, slots=True)
class SetResults:
    """A class with what is set to it: how many are how far, and the first of them by name."""

    counts: Counts
    people: tuple[PersonResult, ...]

    @property
    def behind(self) -> tuple[PersonResult, ...]:
        """Those who have handed in nothing though the date has passed."""
        return tuple(one for one in self.people if one.is_overdue)

    @property
    def done(self) -> tuple[PersonResult, ...]:
        """Those with an attempt that counts, the lowest score first."""
        scored = [one for one in self.people if one.percent is not None]
        return tuple(sorted(scored, key=lambda one: one.percent or 0))


def set_results(
    assignment: SetQuiz,
    *,
    now: datetime,
    which: Which = "first",
    within: Within = EVER,
    most: int | None = MOST_NAMES,
) -> SetResults:
    """Return what came of an assignment, with one statement; of each state no more than `most` are named."""
    rows = db.session.execute(_members(assignment, which, within, most)).all()
    totals = {row.state: row.total for row in rows}
    counts = Counts(totals.get(NOT_STARTED, 0), totals.get(WORKING, 0), totals.get(DONE, 0))
    people = tuple(_result(row, assignment, now) for row in rows)
    return SetResults(counts, people)


def _members(assignment: SetQuiz, which: Which, within: Within, most: int | None) -> Select[*tuple[Any, ...]]:
    attempts = counted(assignment.quiz_id, which=which, assignment_id=assignment.id, within=within)
    pauses = pauses_of(attempts)
    members = _by_state(assignment).subquery()
    query = (
        select(
            members.c.id,
            members.c.display_name,
            members.c.state,
            members.c.total,
            members.c.own_due,
            attempts.c.id.label("attempt_id"),
            as_percent(attempts.c.share).label("percent"),
            minutes_worked(pauses).label("minutes"),
            Attempt.submitted_at,
        )
        .outerjoin(attempts, attempts.c.learner_id == members.c.id)
        .outerjoin(Attempt, Attempt.id == attempts.c.id)
        .outerjoin(pauses, pauses.c.id == attempts.c.id)
        .order_by(members.c.place, members.c.id, attempts.c.id)
    )
    return query if most is None else query.where(members.c.place <= most)


def _by_state(assignment: SetQuiz) -> Select[*tuple[Any, ...]]:
    members = (
        select(Person.id, Person.display_name, learner_state().label("state"), Accommodation.due_at.label("own_due"))
        .select_from(Assignment)
        .join(Enrolment, Enrolment.class_id == Assignment.class_id)
        .join(Person, Person.id == Enrolment.person_id)
        .outerjoin(
            Accommodation,
            (Accommodation.assignment_id == Assignment.id) & (Accommodation.person_id == Person.id),
        )
        .where(Assignment.id == assignment.id, Enrolment.removed_at.is_(None), Person.taken_over_by.is_(None))
        .subquery()
    )
    by_name = func.lower(members.c.display_name), members.c.id
    return select(
        members,
        func.count().over(partition_by=members.c.state).label("total"),
        func.row_number().over(partition_by=members.c.state, order_by=by_name).label("place"),
    )


def _result(row: Any, assignment: SetQuiz, now: datetime) -> PersonResult:
    due = row.own_due or assignment.due_at
    handed_in = row.submitted_at
    return PersonResult(
        person_id=row.id,
        name=row.display_name,
        state=row.state,
        attempt_id=row.attempt_id,
        percent=None if row.attempt_id is None else row.percent,
        minutes=None if row.minutes in (None, UNKNOWN) else row.minutes,
        handed_in_at=handed_in,
        is_late=bool(handed_in and due and handed_in > due),
        is_overdue=row.state != DONE and due is not None and due < now,
    )
