"""What a learner did."""

from __future__ import annotations

from flask import Blueprint, render_template

from quizapp.disputes.queries import decisions_to_see
from quizapp.history import queries
from quizapp.regrading.queries import gains_of, remarks_told
from quizapp.web.learn.learner import learner_id

history = Blueprint("history", __name__, url_prefix="/history")


@history.get("/")
def index() -> str:
    """Show every attempt, the trend of the scores, and the strong and weak facts."""
    learner = learner_id()
    return render_template(
        "learn/history/index.html",
        attempts=queries.attempts_of(learner),
        trend=queries.trend(learner),
        known=queries.facts_of(learner),
        changed=remarks_told(learner),
        gains=gains_of(learner),
        decided=decisions_to_see(learner),
    )
