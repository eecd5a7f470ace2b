"""A quiz's cover, and starting it."""

from __future__ import annotations

import secrets

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from quizapp.accounts.errors import RefusedText
from quizapp.attempts import operations
from quizapp.attempts.errors import NoAttemptsLeft
from quizapp.attempts.queries import readable
from quizapp.history.queries import standings
from quizapp.quizzes import queries
from quizapp.storage.transaction import transaction
from quizapp.web.clock import now
from quizapp.web.csrf import csrf_problem, keeps_typed
from quizapp.web.session import current_learner_id, sign_in_as_guest

NONE_LEFT = "You have used every attempt this quiz allows. Your answers are in your history."
quizzes = Blueprint("quizzes", __name__, url_prefix="/quizzes")


@quizzes.get("/<int:quiz_id>")
def show(quiz_id: int) -> Response:
    """Show what a quiz covers, its sources, and how it is taken and marked."""
    return cover_page(quiz_id)


@quizzes.post("/<int:quiz_id>/start")
@keeps_typed
def start(quiz_id: int) -> Response:
    """Begin an attempt, or go on with the one begun; whoever has no account gives a name and is a guest."""
    queries.cover(quiz_id)
    name = request.form.get("name", "")
    if csrf_problem():
        return cover_page(quiz_id, name=name, status=400)
    try:
        learner_id = current_learner_id() or sign_in_as_guest(name)
        with transaction():
            attempt_id = operations.start_attempt(quiz_id, learner_id, now=now(), seed=secrets.token_hex(8))
    except RefusedText as refused:
        return cover_page(quiz_id, name=name, name_message=str(refused), status=422)
    except NoAttemptsLeft:
        return cover_page(quiz_id, message=NONE_LEFT, status=409)
    return redirect(url_for("learn.attempts.show", attempt_id=attempt_id), 303)


def cover_page(
    quiz_id: int, *, name: str = "", name_message: str = "", message: str = "", status: int = 200
) -> Response:
    """Show the cover with what was typed, and what is amiss with it."""
    learner_id = current_learner_id()
    standing = standings(learner_id).get(quiz_id) if learner_id is not None else None
    cover = queries.cover(quiz_id)
    page = render_template(
        "learn/quizzes/show.html",
        cover=cover,
        readable=readable({source.id for source in cover.sources}, learner_id),
        standing=standing,
        name=name,
        name_message=name_message,
        message=message,
    )
    return make_response(page, status)
