"""What became of what a learner said was wrong."""

from __future__ import annotations

from flask import abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from quizapp.disputes import errors, operations, queries
from quizapp.storage.transaction import transaction
from quizapp.web.clock import now
from quizapp.web.given import whole
from quizapp.web.learn.disputes.blueprint import disputes
from quizapp.web.learn.learner import learner_id

WITHDRAWN = "Taken back. Nobody else sees it any more."
DECIDED = "It has been decided meanwhile: here is what was said."


@disputes.get("/")
def index() -> str:
    """Show all that the learner said was wrong, and how each stands."""
    page = whole(request.args.get("page", "")) or 1
    return render_template("learn/disputes/index.html", list=queries.own_disputes(learner_id(), page=page))


@disputes.post("/<int:dispute_id>/withdraw")
def withdraw(dispute_id: int) -> Response:
    """Take back what is not decided yet."""
    learner = learner_id()
    answer = queries.own_dispute(dispute_id, learner) or abort(404)
    try:
        with transaction():
            operations.withdraw(dispute_id, learner)
        flash(WITHDRAWN, "done")
    except errors.AlreadyDisputed:
        flash(DECIDED, "error")
    return redirect(url_for("learn.attempts.explanation", attempt_id=answer.attempt_id, number=answer.number), 303)


@disputes.post("/<int:dispute_id>/see")
def see(dispute_id: int) -> Response:
    """Note that the decision is seen, and show it beside the answer."""
    learner = learner_id()
    with transaction():
        operations.see_decision(dispute_id, learner, now=now())
    answer = queries.own_dispute(dispute_id, learner) or abort(404)
    to = url_for("learn.attempts.explanation", attempt_id=answer.attempt_id, number=answer.number, _anchor="dispute")
    return redirect(to, 303)
