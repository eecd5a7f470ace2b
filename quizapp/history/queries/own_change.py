"""How a learner moved beside a class, as its teacher reads it, by the scores that the learner may see."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import func, select

from quizapp.core.statistics.improving import LEAST_SCORES, Told
from quizapp.history.queries.attempts import PastAttempt
from quizapp.history.queries.changes import told_in
from quizapp.history.queries.gradebook import Gradebook, Line, gradebook
from quizapp.storage.database import db
from quizapp.teaching.models import Assignment, Class, Enrolment

MOST_CLASSES = 5


@dataclass(frozen=True, slots=True)
class OwnChange:
    """Which way a learner's scores in one class go, beside the others."""

    class_name: str
    told: Told


def own_changes(learner_id: int, attempts: Sequence[PastAttempt], *, now: datetime) -> tuple[OwnChange, ...]:
    """Return which way a learner's scores go in each class that has scores enough of them.

    `attempts` is what attempts_of returns for the learner: what is not shown yet does not count.
    """
    shown = {one.id: one.assignment_id for one in attempts if one.assignment_id is not None and one.percent is not None}
    found = []
    for class_id, name in _classes(learner_id, set(shown.values())):
        book = gradebook(class_id, counts="first", now=now)
        told = told_in(_with_shown(book, learner_id, set(shown)), learner_id)
        found += [OwnChange(name, told)] if told else []
    return tuple(found)


def _classes(learner_id: int, assignments: set[int | None]) -> Sequence[tuple[int, str]]:
    if len(assignments) < LEAST_SCORES:
        return ()
    query = (
        select(Class.id, Class.name)
        .join(Assignment, Assignment.class_id == Class.id)
        .join(Enrolment, Enrolment.class_id == Class.id)
        .where(Enrolment.person_id == learner_id, Enrolment.removed_at.is_(None), Class.archived_at.is_(None))
        .where(Assignment.id.in_(assignments), Assignment.withdrawn_at.is_(None))
        .group_by(Class.id, Class.name)
        .having(func.count() >= LEAST_SCORES)
        .order_by(Class.name, Class.id)
        .limit(MOST_CLASSES)
    )
    return [(row.id, row.name) for row in db.session.execute(query)]


def _with_shown(book: Gradebook, learner_id: int, shown: set[int]) -> Gradebook:
    """Leave out of the learner's own line what waits to be shown."""
    return replace(
        book, lines=tuple(_of_shown(line, shown) if line.person_id == learner_id else line for line in book.lines)
    )


def _of_shown(line: Line, shown: set[int]) -> Line:
    cells = [
        cell if cell.attempt_id in shown else replace(cell, percent=None, first_percent=None) for cell in line.cells
    ]
    return replace(line, cells=tuple(cells))
