"""The gradebook of a class: its learners by what was set to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, Literal

from sqlalchemy import func, select

from quizapp.accounts.models import Person
from quizapp.attempts.models import Answer, Attempt, AttemptItem
from quizapp.attempts.rules import OPEN
from quizapp.core.statistics.scores import percent
from quizapp.core.statistics.trends import average
from quizapp.history.queries.within import EVER, Within
from quizapp.quizzes.models import Edition
from quizapp.storage.database import db
from quizapp.teaching.models import Accommodation, Assignment, Enrolment

Counts = Literal["first", "best", "last"]


@dataclass(frozen=True, slots=True)
class Column:
    """Something set to the class; average is of those who handed it in, in percent."""

    assignment_id: int
    quiz_id: int
    title: str
    due_at: datetime | None
    average: int | None
    handed_in: int


@dataclass(frozen=True, slots=True)
class Cell:
    """How one learner did in one assignment: the attempt that counts, or how far they are."""

    state: str  # none, open, done
    attempt_id: int | None = None
    percent: int | None = None
    is_late: bool = False
    is_overdue: bool = False  # nothing was handed in, and the date has passed
    questions: int = 0  # how many the first attempt asked
    first_percent: int | None = None  # of the first attempt that was handed in, whichever counts


@dataclass(frozen=True, slots=True)
class Line:
    """One learner; average is over what they handed in, in percent."""

    person_id: int
    name: str
    cells: tuple[Cell, ...]
    average: int | None
    overdue: int


@dataclass(frozen=True, slots=True)
class Gradebook:
    """Learners by assignments, in the order of their names and of the dates."""

    columns: tuple[Column, ...]
    lines: tuple[Line, ...]


def gradebook(class_id: int, *, counts: Counts, now: datetime, within: Within = EVER) -> Gradebook:
    """Return the gradebook of a class; of several attempts the first, the best or the last counts.

    Within some days it has what was due in them, or opened in them where nothing is due.
    """
    assignments = db.session.execute(_assignments(class_id, within)).all()
    people, own_due = _people(class_id, [row.id for row in assignments])
    attempts = _attempts([row.id for row in assignments])
    lines = tuple(_line(person, assignments, attempts, own_due, counts, now) for person in people)
    columns = tuple(_column(row, [line.cells[place] for line in lines]) for place, row in enumerate(assignments))
    return Gradebook(columns, lines)


def _assignments(class_id: int, within: Within) -> Any:
    title = select(Edition.title).where(Edition.quiz_id == Assignment.quiz_id, Edition.is_current).scalar_subquery()
    return (
        select(Assignment.id, Assignment.quiz_id, Assignment.due_at, title.label("title"))
        .where(Assignment.class_id == class_id, Assignment.withdrawn_at.is_(None))
        .where(*within.holds(func.coalesce(Assignment.due_at, Assignment.opens_at)))
        .order_by(func.coalesce(Assignment.due_at, Assignment.opens_at), Assignment.id)
    )


def _people(
    class_id: int, assignment_ids: Sequence[int]
) -> tuple[Sequence[tuple[int, str]], Mapping[tuple[int, int], datetime]]:
    """Everybody of a class by name, and what is due for somebody alone, by assignment and person: one statement."""
    own = (
        (Accommodation.person_id == Person.id)
        & Accommodation.assignment_id.in_(assignment_ids)
        & Accommodation.due_at.is_not(None)
    )
    query = (
        select(Person.id, Person.display_name, Accommodation.assignment_id, Accommodation.due_at)
        .join(Enrolment, Enrolment.person_id == Person.id)
        .outerjoin(Accommodation, own)
        .where(Enrolment.class_id == class_id, Enrolment.removed_at.is_(None), Person.taken_over_by.is_(None))
        .order_by(func.lower(Person.display_name), Person.id)
    )
    rows = db.session.execute(query).all()
    names = dict.fromkeys((row.id, row.display_name) for row in rows)
    return list(names), {(row.assignment_id, row.id): row.due_at for row in rows if row.due_at}


def _attempts(assignment_ids: Sequence[int]) -> Mapping[tuple[int, int], Sequence[Any]]:
    """The attempts by assignment and learner, the oldest first."""
    query = (
        select(
            Attempt.id,
            Attempt.assignment_id,
            Attempt.learner_id,
            Attempt.state,
            Attempt.submitted_at,
            func.sum(Answer.points).label("points"),
            func.sum(AttemptItem.points).label("out_of"),
            func.count(AttemptItem.id).label("questions"),
        )
        .join(AttemptItem, AttemptItem.attempt_id == Attempt.id)
        .outerjoin(Answer, Answer.item_id == AttemptItem.id)
        .where(Attempt.assignment_id.in_(assignment_ids))
        .group_by(Attempt.id)
        .order_by(Attempt.id)
    )
    found: dict[tuple[int, int], list[Any]] = defaultdict(list)
    for row in db.session.execute(query):
        found[(row.assignment_id, row.learner_id)].append(row)
    return found


def _counting(done: Sequence[Any], counts: Counts) -> Any:
    if counts == "best":
        return max(done, key=lambda row: (row.points or Decimal(0)) / row.out_of)
    return done[0] if counts == "first" else done[-1]


def _line(
    person: tuple[int, str],
    assignments: Sequence[Any],
    attempts: Mapping[tuple[int, int], Sequence[Any]],
    own_due: Mapping[tuple[int, int], datetime],
    counts: Counts,
    now: datetime,
) -> Line:
    person_id, name = person
    places = [(row.id, person_id) for row in assignments]
    dues = [own_due.get(place, row.due_at) for place, row in zip(places, assignments, strict=True)]
    cells = tuple(_cell(attempts.get(place, ()), due, counts, now) for place, due in zip(places, dues, strict=True))
    return Line(person_id, name, cells, _average(cells), sum(cell.is_overdue for cell in cells))


def _cell(attempts: Sequence[Any], due: datetime | None, counts: Counts, now: datetime) -> Cell:
    """An open attempt stands here only where nothing is handed in."""
    done = [row for row in attempts if row.state != OPEN]
    if not done:
        is_overdue = due is not None and due < now
        return Cell("open" if attempts else "none", attempts[-1].id if attempts else None, is_overdue=is_overdue)
    one = _counting(done, counts)
    return Cell(
        "done",
        one.id,
        _percent(one),
        is_late=due is not None and one.submitted_at > due,
        questions=done[0].questions,
        first_percent=_percent(done[0]),
    )


def _percent(attempt: Any) -> int:
    return percent(attempt.points or Decimal(0), attempt.out_of)


def _average(cells: Sequence[Cell]) -> int | None:
    scores = [cell.percent for cell in cells if cell.percent is not None]
    return average(scores)


def _column(row: Any, cells: Sequence[Cell]) -> Column:
    done = sum(cell.state == "done" for cell in cells)
    return Column(row.id, row.quiz_id, row.title or "", row.due_at, _average(cells), done)
