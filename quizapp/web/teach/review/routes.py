"""Going through drafts one by one: accept, reject, open again, undo."""

from __future__ import annotations

from flask import flash, redirect, request
from werkzeug.wrappers import Response

from quizapp.banks import operations, queries
from quizapp.banks.operations import Acted
from quizapp.storage.transaction import transaction
from quizapp.web.clock import now
from quizapp.web.given import whole
from quizapp.web.session import teacher_id
from quizapp.web.teach.banks.words import words_of_undoing
from quizapp.web.teach.review import ready
from quizapp.web.teach.review.accepting import Refused, accept_question, reasons_given
from quizapp.web.teach.review.blueprint import review
from quizapp.web.teach.review.filtering import here
from quizapp.web.teach.review.page import item_of, review_page

__all__ = ["ready", "review"]

CHOOSE = "Nothing was changed: go back to the draft and choose again."


@review.get("")
def show(bank_id: int) -> Response:
    """Show one draft with its passages and what the item rules say; at the end, what was done and what comes next."""
    return review_page(
        bank_id, after=whole(request.args.get("after", "")) or 0, at=whole(request.args.get("at", "")) or None
    )


@review.post("/accept")
def accept(bank_id: int) -> Response:
    """Accept a draft; what the rules want a reason for takes it from the form."""
    bank = queries.open_bank(bank_id, teacher_id(), to_edit=True)
    question = asked_question()
    if question is None:
        return begin_again(bank_id)
    item, reasons = item_of(bank, question), reasons_given()
    try:
        acted = accept_question(item, reasons, shown=whole(request.form.get("version", "")), now=now())
    except Refused:
        return review_page(bank_id, at=question, reasons=reasons, status=422)
    return after_act(bank_id, question, acted)


@review.post("/reject")
def reject(bank_id: int) -> Response:
    """Put a draft aside."""
    queries.open_bank(bank_id, teacher_id(), to_edit=True)
    question = asked_question()
    if question is None:
        return begin_again(bank_id)
    with transaction():
        acted = operations.reject(bank_id, [question], person_id=teacher_id(), now=now())
    return after_act(bank_id, question, acted)


@review.post("/reopen")
def reopen(bank_id: int) -> Response:
    """Make a question that was decided on a draft again, and show it."""
    queries.open_bank(bank_id, teacher_id(), to_edit=True)
    question = asked_question()
    if question is None:
        return begin_again(bank_id)
    with transaction():
        operations.reopen(bank_id, [question], person_id=teacher_id(), now=now())
    return redirect(here(bank_id, at=question), 303)


@review.post("/undo")
def undo(bank_id: int) -> Response:
    """Take back what the teacher did last in the bank, and show the question it was done to."""
    queries.open_bank(bank_id, teacher_id(), to_edit=True)
    with transaction():
        undone = operations.undo_last(bank_id, teacher_id(), now=now())
    flash("There is nothing to undo." if undone is None else words_of_undoing(undone), "done" if undone else "error")
    only = undone.restored[0] if undone and len(undone.restored) == 1 else None
    return redirect(here(bank_id, at=only) if only else here(bank_id), 303)


def asked_question() -> int | None:
    """Return the question that the form names."""
    return whole(request.form.get("question", ""))


def begin_again(bank_id: int) -> Response:
    """A form that names no question did nothing; show the review."""
    flash(CHOOSE, "error")
    return redirect(here(bank_id), 303)


def after_act(bank_id: int, question: int, acted: Acted) -> Response:
    """Go on to the next draft; what somebody else decided meanwhile is shown as it is now."""
    if not acted.skipped:
        return redirect(here(bank_id, after=question), 303)
    flash(f"Nothing was changed: {acted.skipped[0].why}. This is how it stands now.", "error")
    return redirect(here(bank_id, at=question), 303)
