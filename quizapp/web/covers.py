"""A quiz's cover and its start, however a learner came to it: from the shelf, from a class, or by a link."""

from __future__ import annotations

import secrets

from flask import make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from quizapp.accounts.errors import RefusedText
from quizapp.attempts import operations
from quizapp.attempts.errors import NoAttemptsLeft, NotOpenNow, ResultsShown
from quizapp.attempts.queries import readable, taking
from quizapp.history.queries import standings
from quizapp.quizzes import queries
from quizapp.storage.transaction import transaction
from quizapp.web.clock import now
from quizapp.web.csrf import csrf_problem
from quizapp.web.session import current_learner_id, sign_in_as_guest

NONE_LEFT = "You have used every attempt this quiz allows. Your answers are in your history."
SHOWN = "Its results are shown, so it cannot be taken again. Practise your mistakes from your result."
NOT_NOW = "This quiz cannot be begun now; its times are below."


def start_quiz(quiz_id: int, *, secret: str = "") -> Response:
    """Begin an attempt, or go on with the one begun; whoever has no account gives a name and is a guest."""
    taking(quiz_id, current_learner_id(), now=now(), secret=secret)
    name = request.form.get("name", "")
    if csrf_problem():
        return cover_page(quiz_id, secret=secret, name=name, status=400)
    try:
        learner_id = current_learner_id() or sign_in_as_guest(name)
        seed = secrets.token_hex(8)
        with transaction():
            attempt_id = operations.start_attempt(quiz_id, learner_id, now=now(), seed=seed, secret=secret)
    except RefusedText as refused:
        return cover_page(quiz_id, secret=secret, name=name, name_message=str(refused), status=422)
    except NoAttemptsLeft:
        return cover_page(quiz_id, secret=secret, message=NONE_LEFT, status=409)
    except ResultsShown:
        return cover_page(quiz_id, secret=secret, message=SHOWN, status=409)
    except NotOpenNow:
        return cover_page(quiz_id, secret=secret, message=NOT_NOW, status=409)
    return redirect(url_for("learn.attempts.show", attempt_id=attempt_id), 303)


def cover_page(
    quiz_id: int, *, secret: str = "", name: str = "", name_message: str = "", message: str = "", status: int = 200
) -> Response:
    """Show the cover with what was typed, and what is amiss with it; NoSuchQuiz where the quiz is not for them."""
    learner_id = current_learner_id()
    may = taking(quiz_id, learner_id, now=now(), secret=secret)
    cover = queries.cover(quiz_id)
    page = render_template(
        "learn/quizzes/show.html",
        cover=cover,
        taking=may,
        feedback=(may.opening.feedback if may.opening else "") or cover.feedback,
        here=_address("show", quiz_id, secret),
        action=_address("start", quiz_id, secret),
        readable=readable({source.id for source in cover.sources}, learner_id, now=now()),
        standing=standings(learner_id).get(quiz_id) if learner_id is not None else None,
        name=name,
        name_message=name_message,
        message=message,
    )
    return make_response(page, status)


def _address(what: str, quiz_id: int, secret: str) -> str:
    """Return the address of the cover or of its start, by the link where the learner came by one."""
    if secret:
        return url_for(f"public.link.{what}", secret=secret)
    return url_for(f"learn.quizzes.{what}", quiz_id=quiz_id)
