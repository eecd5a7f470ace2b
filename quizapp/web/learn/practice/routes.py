"""Practising what is due."""

from __future__ import annotations

import secrets

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from quizapp.attempts import operations
from quizapp.attempts.errors import NothingToPractise
from quizapp.practice import queries
from quizapp.storage.transaction import transaction
from quizapp.web.clock import now
from quizapp.web.learn.learner import learner_id

practice = Blueprint("practice", __name__, url_prefix="/practice")


@practice.get("/")
def index() -> str:
    """Say how much is due and what comes first, begin, and look ahead."""
    learner = learner_id()
    return render_template(
        "learn/practice/index.html",
        due=queries.due(learner, now=now()),
        forecast=queries.forecast(learner, now=now()),
        round=operations.ROUND,
    )


@practice.post("/")
def start() -> Response:
    """Start a round of what is due, or go on with the one begun; where nothing is due any more, say so."""
    try:
        with transaction():
            attempt_id = operations.practise_due(learner_id(), now=now(), seed=secrets.token_hex(8))
    except NothingToPractise:
        return redirect(url_for(".index"), 303)
    return redirect(url_for("learn.attempts.show", attempt_id=attempt_id), 303)
