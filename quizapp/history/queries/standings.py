"""How a learner stands in each quiz."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from quizapp.attempts.models import Attempt
from quizapp.attempts.rules import HANDED_IN, OPEN
from quizapp.history.queries.attempts import PastAttempt, attempts_of
from quizapp.storage.database import db


@dataclass(frozen=True, slots=True)
class Standing:
    """How a learner stands in one quiz."""

    attempts: int  # submitted or handed in
    last_percent: int | None
    best_percent: int | None
    open_attempt_id: int | None
    open_assignment_id: int | None = None  # what the open attempt was set as
    handed_in: int = 0  # attempts that are not shown yet


def standings(learner_id: int) -> Mapping[int, Standing]:
    """Return how a learner stands in each quiz taken, by quiz id."""
    taken: dict[int, list[PastAttempt]] = {}
    for attempt in attempts_of(learner_id):
        if attempt.quiz_id is not None:
            taken.setdefault(attempt.quiz_id, []).append(attempt)
    return {quiz_id: _standing(attempts) for quiz_id, attempts in taken.items()}


def done_assignments(learner_id: int) -> frozenset[int]:
    """Return what was set to a learner and handed in at least once."""
    query = select(Attempt.assignment_id).where(
        Attempt.learner_id == learner_id, Attempt.assignment_id.is_not(None), Attempt.state != OPEN
    )
    return frozenset(found for found in db.session.scalars(query) if found is not None)


def _standing(attempts: Sequence[PastAttempt]) -> Standing:
    """The newest attempt comes first."""
    handed_in = sum(attempt.state == HANDED_IN for attempt in attempts)
    going = next((attempt for attempt in attempts if attempt.state == OPEN), None)
    scores = [attempt.percent for attempt in attempts if attempt.percent is not None]
    return Standing(
        attempts=len(scores) + handed_in,
        handed_in=handed_in,
        last_percent=scores[0] if scores else None,
        best_percent=max(scores, default=None),
        open_attempt_id=going.id if going else None,
        open_assignment_id=going.assignment_id if going else None,
    )
