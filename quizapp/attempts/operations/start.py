"""Starting a quiz, or going on with it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from quizapp.attempts.errors import NoAttemptsLeft, NotOpenNow, ResultsShown
from quizapp.attempts.models import Attempt
from quizapp.attempts.operations.finish import finish_overdue
from quizapp.attempts.operations.items import add_items
from quizapp.attempts.operations.reveal import reveal_due
from quizapp.attempts.queries.taking import taking
from quizapp.attempts.rules import OPEN, QUIZ, deadline_of
from quizapp.quizzes.drawing import draw
from quizapp.quizzes.models import Edition
from quizapp.quizzes.queries import CurrentEdition, current_edition
from quizapp.storage.database import db
from quizapp.teaching.queries.openings import Opening


def start_attempt(quiz_id: int, learner_id: int, *, now: datetime, seed: str, secret: str = "") -> int:
    """Start a quiz and return the attempt's id; an attempt that is still open is returned instead of a second.

    `secret` is that of the quiz's link, where the learner came by it. Raises NoSuchQuiz where the quiz is not for this
    learner, NotOpenNow where it is set for another time, ResultsShown where what was held back is known by now, and
    NoAttemptsLeft.
    """
    edition = current_edition(quiz_id)
    finish_overdue(learner_id, now=now)
    going = _open_attempt(quiz_id, learner_id)
    if going is not None:
        return going
    reveal_due(learner_id, now=now)
    may = taking(quiz_id, learner_id, now=now, secret=secret)
    if may.state != OPEN:
        raise NotOpenNow
    if may.is_told:
        raise ResultsShown
    allowed = edition.attempts_allowed
    if allowed is not None and may.used >= allowed:
        raise NoAttemptsLeft
    try:
        with db.session.begin_nested():
            return _start(edition, learner_id, may.opening, now=now, seed=seed)
    except IntegrityError:
        # Where the database lets writers work side by side, another start of the same quiz was a moment faster.
        going = _open_attempt(quiz_id, learner_id)
        if going is None:
            raise
        return going


def _start(edition: CurrentEdition, learner_id: int, opening: Opening | None, *, now: datetime, seed: str) -> int:
    attempt = Attempt(
        learner_id=learner_id,
        edition_id=edition.id,
        assignment_id=opening.assignment_id if opening else None,
        mode=QUIZ,
        title=edition.title,
        feedback=(opening.feedback if opening else "") or edition.feedback,
        seed=seed,
        state=OPEN,
        started_at=now,
        deadline=deadline_of(
            now,
            edition.time_limit_seconds,
            percent=opening.time_percent if opening else 100,
            closes_at=opening.closes_at if opening else None,
        ),
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
