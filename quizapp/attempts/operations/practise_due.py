"""Practising what is due."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from sqlalchemy import Select, select

from quizapp.accounts.models import Person
from quizapp.attempts.errors import NothingToPractise
from quizapp.attempts.models import Attempt
from quizapp.attempts.operations.items import add_items
from quizapp.attempts.rules import AFTER_EACH, OPEN, PRACTICE
from quizapp.practice.queries import due_versions
from quizapp.storage.database import db

TITLE = "Practice"
ROUND = 10  # questions, done in a few minutes
ONE_POINT = Decimal(1)


def practise_due(learner_id: int, *, now: datetime, seed: str) -> int:
    """Start a practice of the questions that are due and return its id; one already open is returned instead."""
    # Two starts at once wait for each other, so that the second finds what the first began.
    db.session.execute(select(Person.id).where(Person.id == learner_id).with_for_update())
    going = db.session.scalar(_open_practice(learner_id))
    if going is not None:
        return going
    versions = due_versions(learner_id, now=now, at_most=ROUND)
    if not versions:
        raise NothingToPractise
    practice = Attempt(
        learner_id=learner_id,
        mode=PRACTICE,
        title=TITLE,
        feedback=AFTER_EACH,
        seed=seed,
        state=OPEN,
        started_at=now,
    )
    db.session.add(practice)
    db.session.flush()
    add_items(practice.id, [(version_id, ONE_POINT) for version_id in versions], seed=seed)
    return practice.id


def _open_practice(learner_id: int) -> Select[int]:
    return (
        select(Attempt.id)
        .where(
            Attempt.learner_id == learner_id,
            Attempt.mode == PRACTICE,
            Attempt.practises_id.is_(None),
            Attempt.state == OPEN,
        )
        .order_by(Attempt.id)
        .limit(1)
    )
