"""Attempts whose time ended while nobody looked."""

from __future__ import annotations

from quizapp.attempts import operations, queries
from quizapp.attempts.queries import Overview
from quizapp.storage.transaction import transaction
from quizapp.web.clock import now
from quizapp.web.learn.learner import learner_id


def current_overview(attempt_id: int) -> Overview:
    """Return how far an attempt is; one whose time is over is finished first, as it would have been by the clock."""
    learner = learner_id()
    overview = queries.overview(attempt_id, learner)
    if not overview.is_overdue(now()):
        return overview
    with transaction():
        operations.finish_overdue(learner, now=now())
    return queries.overview(attempt_id, learner)
