"""Other times for one learner; attempts that are open already are brought along by attempts.operations.accommodate."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import delete, select

from quizapp.storage.database import db
from quizapp.storage.upsert import upsert
from quizapp.teaching.errors import NoSuchMember, RefusedEntry
from quizapp.teaching.models import Accommodation, Assignment, Enrolment
from quizapp.teaching.rules import TIME_PERCENTS, UNKNOWN_PERCENT, Times, check_times


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What is arranged for one learner; what is None stays as the assignment says."""

    opens_at: datetime | None = None
    due_at: datetime | None = None
    closes_at: datetime | None = None
    time_percent: int = 100  # of the quiz's time limit; 0: no limit


def arrange(assignment_id: int, person_id: int, arrangement: Arrangement) -> None:
    """Give one learner of the class other times; RefusedEntry where they do not follow, NoSuchMember for a stranger."""
    assignment = db.session.get_one(Assignment, assignment_id)
    _check_member(assignment.class_id, person_id)
    if arrangement.time_percent not in TIME_PERCENTS:
        raise RefusedEntry("time_percent", UNKNOWN_PERCENT)
    opens_at = arrangement.opens_at or assignment.opens_at
    due_at = arrangement.due_at or assignment.due_at
    check_times(Times(opens_at, due_at, arrangement.closes_at or assignment.closes_at), "")
    if arrangement == Arrangement():
        take_back_arrangement(assignment_id, person_id)
        return
    upsert(Accommodation, [{"assignment_id": assignment_id, "person_id": person_id, **asdict(arrangement)}])


def take_back_arrangement(assignment_id: int, person_id: int) -> None:
    """Let a learner have the same times as the class again."""
    there = Accommodation.assignment_id == assignment_id, Accommodation.person_id == person_id
    db.session.execute(delete(Accommodation).where(*there))


def _check_member(class_id: int, person_id: int) -> None:
    there = Enrolment.class_id == class_id, Enrolment.person_id == person_id, Enrolment.removed_at.is_(None)
    if db.session.scalar(select(Enrolment.id).where(*there)) is None:
        raise NoSuchMember
