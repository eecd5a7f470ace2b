"""Answering an attempt, question by question."""

from __future__ import annotations

from dataclasses import replace

from flask import flash, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from quizapp.attempts import errors, operations, queries
from quizapp.attempts.given import Given
from quizapp.attempts.operations import Saved
from quizapp.disputes.queries import dispute_of_answer
from quizapp.regrading.queries import corrected
from quizapp.storage.errors import NotSaved
from quizapp.storage.transaction import transaction
from quizapp.web.clock import now
from quizapp.web.csrf import csrf_problem, keeps_typed
from quizapp.web.learn.attempts.blueprint import attempts
from quizapp.web.learn.attempts.forms import AnswerForm, fresh_token, read_answer
from quizapp.web.learn.attempts.overdue import current_overview
from quizapp.web.learn.attempts.seeing import changes_seen
from quizapp.web.learn.learner import learner_id
from quizapp.web.pages import wants_fragment

NOT_SAVED = "Not saved: the server cannot write just now. Your answer is still here; wait a little and send it again."
STANDS = "You had answered this question before. That answer stands; this one was not saved."
CORRECTED = "Not saved: your teacher corrected this question while you had it open. Read it again, then answer."
ENDED = "Your last answer was not saved: the attempt had ended."


@attempts.get("/<int:attempt_id>")
def show(attempt_id: int) -> Response:
    """Go on where the learner stands."""
    overview = current_overview(attempt_id)
    if overview.state != "open":
        return redirect(url_for(".result", attempt_id=attempt_id), 303)
    if overview.next_number is None:
        return redirect(url_for(".confirm", attempt_id=attempt_id), 303)
    return redirect(url_for(".question", attempt_id=attempt_id, number=overview.next_number), 303)


@attempts.get("/<int:attempt_id>/questions/<int:number>")
def question(attempt_id: int, number: int) -> Response:
    """Ask one question; an answer that is final is shown explained instead."""
    asked = queries.open_question(attempt_id, number, learner_id())
    if asked.overview.state == "handed_in":
        return redirect(url_for(".result", attempt_id=attempt_id), 303)
    if asked.overview.state == "submitted" or asked.is_final:
        return redirect(url_for(".explanation", attempt_id=attempt_id, number=number), 303)
    if asked.overview.is_overdue(now()):
        return redirect(url_for(".show", attempt_id=attempt_id), 303)
    return question_page(asked, AnswerForm(asked.given or Given(), fresh_token(), asked.revision, asked.sure))


@attempts.post("/<int:attempt_id>/questions/<int:number>")
@keeps_typed
def answer(attempt_id: int, number: int) -> Response:
    """Keep an answer, and say at once what it was worth where that may be shown."""
    form = read_answer(request.form)
    if csrf_problem():
        return asked_again(attempt_id, number, form, status=400)
    try:
        return after(attempt_id, save(attempt_id, number, form))
    except errors.UnreadableResponse as refused:
        return asked_again(attempt_id, number, form, str(refused), 422)
    except NotSaved:
        return asked_again(attempt_id, number, form, NOT_SAVED, 503)
    except errors.QuestionCorrected:
        return corrected_page(attempt_id, number, form)
    except errors.StaleAnswer as stale:
        return stale_page(attempt_id, number, form, stale)
    except errors.AlreadyFinal:
        flash(STANDS, "error")
        return redirect(url_for(".explanation", attempt_id=attempt_id, number=number), 303)
    except errors.AttemptClosed:
        flash(ENDED, "error")
        return redirect(url_for(".show", attempt_id=attempt_id), 303)


@attempts.get("/<int:attempt_id>/answers/<int:number>")
def explanation(attempt_id: int, number: int) -> Response:
    """Explain an answer with the passages that decide it."""
    return explanation_page(attempt_id, number)


def save(attempt_id: int, number: int, form: AnswerForm) -> Saved:
    """Keep an answer and commit it, before any page says so."""
    with transaction():
        return operations.submit_answer(
            attempt_id,
            number,
            learner_id(),
            None if form.skip else form.given,
            token=form.token,
            revision=form.revision,
            version_id=form.version_id,
            sure=None if form.skip else form.sure,
            now=now(),
        )


def after(attempt_id: int, saved: Saved) -> Response:
    """Show what follows an answer; a script is given the explanation at once, and its address."""
    if saved.is_final and wants_fragment():
        page = explanation_page(attempt_id, saved.number, fresh=True)
        page.headers["Content-Location"] = url_for(".explanation", attempt_id=attempt_id, number=saved.number)
        return page
    if saved.is_final:
        return redirect(url_for(".explanation", attempt_id=attempt_id, number=saved.number), 303)
    if saved.next_number is None:
        return redirect(url_for(".confirm", attempt_id=attempt_id), 303)
    return redirect(url_for(".question", attempt_id=attempt_id, number=saved.next_number), 303)


def explanation_page(attempt_id: int, number: int, *, fresh: bool = False) -> Response:
    """Show an answer explained; `fresh` where it was given a moment ago."""
    learner = learner_id()
    changed = () if fresh else changes_seen(attempt_id, number=number).of(number)
    answered = queries.explanation(attempt_id, number, learner)
    by_now = None if fresh else corrected(attempt_id, number, learner)
    page = render_template(
        "learn/attempts/explanation.html",
        explanation=by_now or answered,
        as_answered=answered if by_now else None,
        dispute=None if fresh else dispute_of_answer(attempt_id, number, learner),
        changed=changed,
        fresh=fresh,
    )
    return make_response(page)


def asked_again(attempt_id: int, number: int, form: AnswerForm, message: str = "", status: int = 200) -> Response:
    """Ask a question again with what was typed still there, and say why."""
    return question_page(queries.open_question(attempt_id, number, learner_id()), form, message, status)


def question_page(asked: queries.OpenQuestion, form: AnswerForm, message: str = "", status: int = 200) -> Response:
    """Show a question with an answer filled in."""
    page = render_template(
        "learn/attempts/question.html",
        question=asked,
        given=form.given,
        token=form.token,
        sure=form.sure,
        message=message,
        time=now(),
    )
    return make_response(page, status)


def corrected_page(attempt_id: int, number: int, form: AnswerForm) -> Response:
    """Ask a question that was corrected meanwhile; what was typed is kept, what was chosen could mean another thing."""
    asked = queries.open_question(attempt_id, number, learner_id())
    given = replace(asked.given or Given(), text=form.given.text) if form.given.text else asked.given or Given()
    return question_page(asked, replace(form, given=given, token=fresh_token()), CORRECTED, 409)


def stale_page(attempt_id: int, number: int, form: AnswerForm, stale: errors.StaleAnswer) -> Response:
    """Show both answers, the saved one and the one refused, and let the learner choose."""
    asked = queries.open_question(attempt_id, number, learner_id())
    page = render_template(
        "learn/attempts/stale.html",
        question=asked,
        saved=stale.saved,
        yours=stale.yours,
        revision=stale.revision,
        sure=form.sure,
        token=fresh_token(),
    )
    return make_response(page, 409)
