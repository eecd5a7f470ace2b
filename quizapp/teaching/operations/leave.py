"""Somebody leaves for good: a learner's places in classes go, a teacher's classes go to a colleague or are put away."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import delete, select, update

from quizapp.storage.database import db
from quizapp.teaching.models import Accommodation, Assignment, Class, Enrolment


def leave_classes(person_ids: Collection[int]) -> None:
    """Take people out of every class, with what was arranged for them, as if they had never been in it."""
    for model in (Accommodation, Enrolment):
        db.session.execute(delete(model).where(model.person_id.in_(person_ids)))


def hand_on_classes(owner_id: int, heir_id: int) -> None:
    """Let another teacher teach the classes of one."""
    db.session.execute(update(Class).where(Class.owner_id == owner_id).values(owner_id=heir_id))


def put_classes_away(owner_id: int, *, now: datetime) -> None:
    """Put all classes of a teacher away; results that wait for her are released, because nobody else will."""
    theirs = Class.owner_id == owner_id
    waiting = Assignment.class_id.in_(select(Class.id).where(theirs)), Assignment.released_at.is_(None)
    db.session.execute(update(Assignment).where(*waiting).values(released_at=now))
    closed = {"join_code": None, "join_expires_at": None}
    db.session.execute(update(Class).where(theirs).values(closed))
    db.session.execute(update(Class).where(theirs, Class.archived_at.is_(None)).values(archived_at=now))
