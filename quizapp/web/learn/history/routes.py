"""What a learner did."""

from __future__ import annotations

from flask import Blueprint, abort, render_template, request

from quizapp.core.statistics.calibration import judgement
from quizapp.disputes.queries import decisions_to_see
from quizapp.history import queries
from quizapp.history.queries.own_change import own_changes
from quizapp.regrading.queries import gains_of, remarks_told
from quizapp.web.clock import now
from quizapp.web.given import whole
from quizapp.web.learn.learner import learner_id

MOST_LISTED = 100  # attempts at one quiz
history = Blueprint("history", __name__, url_prefix="/history")


@history.get("/")
def index() -> str:
    """Show the trend of the scores, what is known and missed, how sure one was, and every attempt."""
    learner = learner_id()
    attempts = queries.attempts_of(learner)
    said = queries.calibration(learner)
    known = queries.facts_of(learner)
    return render_template(
        "learn/history/index.html",
        attempts=queries.page_of(attempts, whole(request.args.get("page", "")) or 1),
        trend=queries.trend_in(attempts),
        changes=own_changes(learner, attempts, now=now()),
        quizzes=queries.quiz_trends(attempts),
        known=known,
        documents=queries.documents_known(known, learner),
        said=said,
        judged=judgement(said),
        changed=remarks_told(learner),
        gains=gains_of(learner),
        decided=decisions_to_see(learner),
    )


@history.get("/quizzes/<int:quiz_id>")
def quiz(quiz_id: int) -> str:
    """Show every attempt of one's own at a quiz, and which way its scores go."""
    learner = learner_id()
    attempts = [attempt for attempt in queries.attempts_of(learner) if attempt.quiz_id == quiz_id] or abort(404)
    return render_template(
        "learn/history/quiz.html",
        quiz_id=quiz_id,
        title=attempts[0].title,
        attempts=attempts[:MOST_LISTED],
        trend=queries.trend_in(attempts),
        gains=gains_of(learner),
    )
