"""Attempts whose time ended while nobody looked."""

from __future__ import annotations

from quizapp.attempts import operations, queries
from quizapp.attempts.queries import Overview
from quizapp.storage.transaction import transaction
from quizapp.web.clock import now
from quizapp.web.learn.learner import learner_id


def current_overview(attempt_id: int) -> Overview:
    """Return how far an attempt is; one whose time is over is finished first, as by the clock.

    And what was handed in is shown from the moment it may be.
    """
    learner = learner_id()
    overview = queries.overview(attempt_id, learner)
    if overview.is_overdue(now()):
        with transaction():
            operations.finish_overdue(learner, now=now())
        overview = queries.overview(attempt_id, learner)
    if overview.state != "handed_in":
        return overview
    with transaction():
        operations.reveal_due(learner, now=now())
    return queries.overview(attempt_id, learner)
