"""Who belongs to a class: joined, added, taken out, put back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import CursorResult, select, update

from quizapp.storage.database import db
from quizapp.storage.upsert import insert_missing
from quizapp.teaching.errors import NoSuchMember, TakenOut
from quizapp.teaching.models import Enrolment

MEMBER = ("class_id", "person_id")


def join(class_id: int, person_id: int, *, now: datetime) -> bool:
    """Let a learner into a class by its code, and say whether they are new; TakenOut for who was taken out of it."""
    if insert_missing(Enrolment, [_row(class_id, person_id, now)], by=MEMBER):
        return True
    query = select(Enrolment.removed_at).where(Enrolment.class_id == class_id, Enrolment.person_id == person_id)
    if db.session.scalar(query) is not None:
        raise TakenOut
    return False


def enrol(class_id: int, person_id: int, *, now: datetime) -> None:
    """Put a learner into a class, or back into it, as its teacher wishes."""
    enrol_people(class_id, [person_id], now=now)


def enrol_people(class_id: int, person_ids: Sequence[int], *, now: datetime) -> None:
    """Put learners into a class, or back into it, as its teacher wishes."""
    insert_missing(Enrolment, [_row(class_id, person_id, now) for person_id in person_ids], by=MEMBER)
    there = Enrolment.class_id == class_id, Enrolment.person_id.in_(person_ids)
    db.session.execute(update(Enrolment).where(*there).values(removed_at=None))


def remove(class_id: int, person_id: int, *, now: datetime) -> None:
    """Take a learner out of a class: they see nothing of it any more, and what they answered stays."""
    _change(class_id, person_id, now)


def put_back(class_id: int, person_id: int) -> None:
    """Put a learner who was taken out of a class back into it."""
    _change(class_id, person_id, None)


def _row(class_id: int, person_id: int, now: datetime) -> dict[str, object]:
    return {"class_id": class_id, "person_id": person_id, "joined_at": now}


def _change(class_id: int, person_id: int, removed_at: datetime | None) -> None:
    there = Enrolment.class_id == class_id, Enrolment.person_id == person_id
    result = db.session.execute(update(Enrolment).where(*there).values(removed_at=removed_at))
    assert isinstance(result, CursorResult)  # noqa: S101 - an update has a row count
    if not result.rowcount:
        raise NoSuchMember
