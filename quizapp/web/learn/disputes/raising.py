"""Saying that something is wrong with a question: in one's own words, with the sentence that shows it."""

from __future__ import annotations

from flask import flash, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from quizapp.accounts.errors import TooManyTries
from quizapp.attempts.queries import explanation
from quizapp.disputes import errors, operations, queries
from quizapp.disputes.rules import LONGEST
from quizapp.documents.queries import Sentence
from quizapp.storage.transaction import transaction
from quizapp.web.clock import now
from quizapp.web.csrf import csrf_problem, keeps_typed
from quizapp.web.learn.disputes.blueprint import disputes
from quizapp.web.learn.disputes.forms import DisputeForm, read_dispute
from quizapp.web.learn.learner import learner_id

SENT = "Sent. You are told here as soon as it is decided."
ALREADY = "You have said so already: here is how it stands."
TOO_MANY = "You have sent many within an hour. What you wrote is still here: send it a little later."


@disputes.get("/new/<int:attempt_id>/<int:number>")
def new(attempt_id: int, number: int) -> Response:
    """Ask what is wrong with an answer that is explained, and for the sentence that shows it."""
    if queries.dispute_of_answer(attempt_id, number, learner_id()):
        return to_answer(attempt_id, number)
    return dispute_page(attempt_id, number, DisputeForm())


@disputes.post("/new/<int:attempt_id>/<int:number>")
@keeps_typed
def create(attempt_id: int, number: int) -> Response:
    """Keep what a learner says is wrong, or show other sentences to choose from with nothing kept."""
    form = read_dispute(request.form)
    if form.is_looking or csrf_problem():
        return dispute_page(attempt_id, number, form, status=400 if csrf_problem() else 200)
    try:
        keep(attempt_id, number, form)
    except errors.AlreadyDisputed:
        flash(ALREADY)
        return to_answer(attempt_id, number)
    except (errors.NothingSaid, errors.NoSuchPassage) as refused:
        return dispute_page(attempt_id, number, form, refused, 422)
    except TooManyTries as refused:
        return dispute_page(attempt_id, number, form, refused, 429)
    flash(SENT, "done")
    return to_answer(attempt_id, number)


def keep(attempt_id: int, number: int, form: DisputeForm) -> None:
    """Keep it, with the passage as the documents have it."""
    learner, passage = learner_id(), None
    operations.clean_words(form.words)
    if form.place:
        found = queries.choosable(explanation(attempt_id, number, learner), attempt_id, number, learner)
        chosen = queries.passage_chosen(found, form.place)
        passage = operations.Passage(chosen.document_id, chosen.start, chosen.end, chosen.text) if chosen else None
    with transaction():
        operations.raise_dispute(
            attempt_id, number, learner, form.words, passage, address=request.remote_addr or "", now=now()
        )


def dispute_page(
    attempt_id: int, number: int, form: DisputeForm, refused: Exception | None = None, status: int = 200
) -> Response:
    """Show the form as it was filled in, with sentences to choose from, and say beside a field what is amiss."""
    learner = learner_id()
    explained = explanation(attempt_id, number, learner)
    found = queries.choosable(explained, attempt_id, number, learner)
    page = render_template(
        "learn/disputes/new.html",
        explanation=explained,
        form=form,
        documents=found.documents,
        panel=queries.panel(found, document_id=form.document_id, at=form.at, looked_for=form.looked_for),
        chosen=None if isinstance(refused, errors.NoSuchPassage) else chosen_passage(found, form),
        words_error=str(refused) if isinstance(refused, errors.NothingSaid) else "",
        place_error=str(refused) if isinstance(refused, errors.NoSuchPassage) else "",
        message=TOO_MANY if isinstance(refused, TooManyTries) else "",
        longest=LONGEST,
    )
    return make_response(page, status)


def chosen_passage(found: queries.Choosable, form: DisputeForm) -> Sentence | None:
    """Return the passage that the form has chosen already; one that may not be read any more is forgotten."""
    try:
        return queries.passage_chosen(found, form.place)
    except errors.NoSuchPassage:
        return None


def to_answer(attempt_id: int, number: int) -> Response:
    """Go back to the answer, where it says how the dispute stands."""
    return redirect(url_for("learn.attempts.explanation", attempt_id=attempt_id, number=number, _anchor="dispute"), 303)
