"""What went wrong, turned into pages: one table, and nothing of the machine's inside in any of them."""

from __future__ import annotations

import secrets

from flask import Flask, current_app, g, make_response, render_template, request, url_for
from werkzeug.exceptions import HTTPException, InternalServerError
from werkzeug.wrappers import Response

from quizapp.accounts import errors as accounts
from quizapp.attempts import errors as attempts
from quizapp.banks import errors as banks
from quizapp.disputes import errors as disputes
from quizapp.documents import errors as documents
from quizapp.quizzes import errors as quizzes
from quizapp.regrading import errors as regrading
from quizapp.storage.errors import StorageError
from quizapp.storage.jobs import NoSuchJob
from quizapp.teaching import errors as teaching
from quizapp.web.access import SignInNeeded
from quizapp.web.csrf import FIELD, is_foreign

RETRY_SECONDS = 5

# Errors of the rooms that a route did not turn into a message of its own.
STATUS_OF: dict[type[Exception], int] = {
    attempts.NoSuchAttempt: 404,
    attempts.NotShownYet: 404,
    disputes.NoSuchDispute: 404,
    disputes.DisputeError: 409,
    documents.NoSuchDocument: 404,
    documents.NoSuchFact: 404,
    quizzes.NoSuchQuiz: 404,
    quizzes.QuizError: 409,
    accounts.NoSuchLink: 404,
    accounts.NoSuchPerson: 404,
    banks.NoSuchBank: 404,
    banks.NoSuchQuestion: 404,
    teaching.NoSuchClass: 404,
    teaching.NoSuchAssignment: 404,
    teaching.NoSuchMember: 404,
    regrading.NoSuchRegrade: 404,
    regrading.NotPermitted: 409,
    NoSuchJob: 404,
    attempts.AttemptClosed: 409,
    attempts.AlreadyFinal: 409,
    attempts.StaleAnswer: 409,
    attempts.NoAttemptsLeft: 409,
    attempts.NotOpenNow: 409,
    attempts.ResultsShown: 409,
    attempts.NothingToPractise: 409,
    accounts.InvitationOver: 410,
    accounts.PasswordLinkOver: 410,
    accounts.NameTaken: 409,
    accounts.NotPossible: 409,
    accounts.TooManyTries: 429,
    StorageError: 503,
}

# What a page says, by status: a title, and what to do.
WORDS: dict[int, tuple[str, str]] = {
    400: ("That could not be read", "Nothing was saved. Go back, load the page again, and send it once more."),
    401: ("Please sign in", "Nothing was saved, because nobody is signed in here any more."),
    404: ("There is nothing here", "The address may be mistyped, or the page may belong to somebody else."),
    405: ("That does not work here", "This address takes no request of that kind. Go back and use the page's buttons."),
    409: (
        "That is not possible any more",
        "Nothing was changed. Go back and load the page again to see how it stands.",
    ),
    410: ("This link is over", "It was used already, was replaced by a newer one, or has run out. Ask for a new one."),
    413: ("That is too large", "Nothing was saved. What you sent is larger than this page takes; send less at a time."),
    429: ("Too many tries", "Wait a while, then try again."),
    500: ("Something went wrong here", "It is not your fault, and nothing was half saved. Try again in a moment."),
    503: ("The server is busy", "Nothing was saved. Wait a few seconds and send it again."),
}
SERVER_FAULT = 500
NOT_KEPT = {FIELD, "password", "again", "current"}


def init_errors(app: Flask) -> None:
    """Give every error its page."""
    # Flask would log the address too, and the address of a link is a secret; show_fault logs without it.
    app.log_exception = lambda exc_info: None  # type: ignore[method-assign]  # noqa: ARG005
    app.register_error_handler(HTTPException, show_http_error)
    app.register_error_handler(SignInNeeded, show_sign_in_needed)
    app.register_error_handler(InternalServerError, show_fault)
    for kind in STATUS_OF:
        app.register_error_handler(kind, show_room_error)


def show_http_error(error: HTTPException) -> Response:
    """Show a refusal; the headers that belong to its status stay."""
    status = error.code or SERVER_FAULT
    response = error_page(status)
    for name, value in error.get_headers():
        if name not in {"Content-Type", "Content-Length"}:
            response.headers[name] = value
    return response


def show_sign_in_needed(_error: SignInNeeded) -> Response:
    """Ask to sign in; what was typed is carried along, so that it can be sent again afterwards."""
    typed = [] if is_foreign() else typed_fields()
    title, advice = WORDS[401]
    return make_response(
        render_template(
            "errors/signed_out.html",
            title=title,
            advice=advice,
            fields=typed,
            action=request.path,
            sign_in=url_for("account.sign_in.enter_account"),
        ),
        401,
    )


def typed_fields() -> list[tuple[str, str]]:
    """Return what a form sent, but for its token and anything secret."""
    return [(name, value) for name, value in request.form.items(multi=True) if name not in NOT_KEPT]


def show_room_error(error: Exception) -> Response:
    """Show an error that a room raised and its route let through."""
    status = next(STATUS_OF[kind] for kind in type(error).__mro__ if kind in STATUS_OF)
    response = error_page(status)
    if status == 503:
        current_app.logger.warning("busy: %s", error)
        response.headers["Retry-After"] = str(RETRY_SECONDS)
    if isinstance(error, accounts.TooManyTries):
        response.headers["Retry-After"] = str(error.wait_seconds)
    return response


def show_fault(error: InternalServerError) -> Response:
    """Show a fault of ours with an id that the log has too."""
    fault_id = secrets.token_hex(4)
    current_app.logger.error(
        "fault %s at %s %s", fault_id, request.method, request.endpoint, exc_info=error.original_exception
    )
    return error_page(SERVER_FAULT, fault_id=fault_id)


def error_page(status: int, *, fault_id: str = "", advice: str = "") -> Response:
    """Return the page of a status, with words of one's own on what to do where there are better ones."""
    # A page about our own fault must not ask the database who is signed in: that may be what fails.
    g.at_fault = status >= SERVER_FAULT
    title, usual = WORDS.get(status, WORDS[SERVER_FAULT if status >= SERVER_FAULT else 400])
    page = render_template(
        "errors/error.html", status=status, title=title, advice=advice or usual, fault_id=fault_id, refused=True
    )
    return make_response(page, status)
