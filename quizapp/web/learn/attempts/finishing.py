"""The end of an attempt: submitting, the result, and practising what went wrong."""

from __future__ import annotations

import secrets

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from quizapp.attempts import operations, queries
from quizapp.storage.transaction import transaction
from quizapp.web.clock import now
from quizapp.web.learn.attempts.blueprint import attempts
from quizapp.web.learn.attempts.overdue import current_overview
from quizapp.web.learn.attempts.seeing import changes_seen
from quizapp.web.learn.learner import learner_id


@attempts.get("/<int:attempt_id>/submit")
def confirm(attempt_id: int) -> str | Response:
    """Show what is answered and what is not, before anything is final."""
    overview = current_overview(attempt_id)
    if overview.state != "open":
        return redirect(url_for(".result", attempt_id=attempt_id), 303)
    return render_template("learn/attempts/confirm.html", overview=overview, time=now())


@attempts.post("/<int:attempt_id>/submit")
def submit(attempt_id: int) -> Response:
    """Finish an attempt."""
    with transaction():
        operations.submit_attempt(attempt_id, learner_id(), now=now())
    return redirect(url_for(".result", attempt_id=attempt_id), 303)


@attempts.get("/<int:attempt_id>/result")
def result(attempt_id: int) -> str:
    """Show what came out, each question with the way to its passage."""
    if current_overview(attempt_id).state == "handed_in":
        held = queries.waiting(attempt_id, learner_id())
        return render_template("learn/attempts/handed_in.html", waiting=held)
    shown = queries.result(attempt_id, learner_id())
    return render_template(
        "learn/attempts/result.html",
        result=shown,
        changed=changes_seen(attempt_id),
        only_missed=request.args.get("show") == "missed",
    )


@attempts.post("/<int:attempt_id>/practise")
def practise(attempt_id: int) -> Response:
    """Start a practice of the questions that were not wholly right."""
    with transaction():
        practice_id = operations.practise_mistakes(attempt_id, learner_id(), now=now(), seed=secrets.token_hex(8))
    return redirect(url_for(".show", attempt_id=practice_id), 303)
