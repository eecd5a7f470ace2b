"""Starting a quiz, or going on with it."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from quizapp.attempts.errors import NoAttemptsLeft
from quizapp.attempts.models import Attempt
from quizapp.attempts.operations.finish import finish_overdue
from quizapp.attempts.operations.items import add_items
from quizapp.attempts.rules import OPEN, QUIZ
from quizapp.quizzes.drawing import draw
from quizapp.quizzes.models import Edition
from quizapp.quizzes.queries import CurrentEdition, current_edition
from quizapp.storage.database import db


def start_attempt(quiz_id: int, learner_id: int, *, now: datetime, seed: str) -> int:
    """Start a quiz and return the attempt's id; an attempt that is still open is returned instead of a second."""
    edition = current_edition(quiz_id)
    finish_overdue(learner_id, now=now)
    going = _open_attempt(quiz_id, learner_id)
    if going is not None:
        return going
    allowed = edition.attempts_allowed
    if allowed is not None and _attempts(quiz_id, learner_id) >= allowed:
        raise NoAttemptsLeft
    try:
        with db.session.begin_nested():
            return _start(edition, learner_id, now=now, seed=seed)
    except IntegrityError:
        # Where the database lets writers work side by side, another start of the same quiz was a moment faster.
        going = _open_attempt(quiz_id, learner_id)
        if going is None:
            raise
        return going


def _start(edition: CurrentEdition, learner_id: int, *, now: datetime, seed: str) -> int:
    limit = edition.time_limit_seconds
    attempt = Attempt(
        learner_id=learner_id,
        edition_id=edition.id,
        mode=QUIZ,
        title=edition.title,
        feedback=edition.feedback,
        seed=seed,
        state=OPEN,
        started_at=now,
        deadline=None if limit is None else now + timedelta(seconds=limit),
    )
    db.session.add(attempt)
    db.session.flush()
    drawn = draw(edition.items, pick=edition.pick, shuffle=edition.shuffle, seed=seed)
    add_items(attempt.id, [(item.version_id, item.points) for item in drawn], seed=seed)
    return attempt.id


def _open_attempt(quiz_id: int, learner_id: int) -> int | None:
    """An attempt at any edition: who has begun an older one first ends it."""
    query = (
        select(Attempt.id)
        .join(Edition, Edition.id == Attempt.edition_id)
        .where(Edition.quiz_id == quiz_id, Attempt.learner_id == learner_id, Attempt.state == OPEN)
        .order_by(Attempt.id)
        .limit(1)
    )
    return db.session.scalar(query)


def _attempts(quiz_id: int, learner_id: int) -> int:
    query = (
        select(func.count(Attempt.id))
        .join(Edition, Edition.id == Attempt.edition_id)
        .where(Edition.quiz_id == quiz_id, Attempt.learner_id == learner_id)
    )
    return db.session.scalar(query) or 0
