"""The access table: who may do what, for every route and method; what is not in it is not to be had.

A row says who may come in at all. Whose attempt, quiz or document it is, the rooms decide, and answer what somebody
may not see exactly as they answer what does not exist.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from flask import Flask, current_app, redirect, request, url_for
from werkzeug.exceptions import NotFound, Unauthorized
from werkzeug.wrappers import Response

from quizapp.accounts.queries import SignedIn
from quizapp.web.csrf import SAFE_METHODS
from quizapp.web.session import current_person


class Who(Enum):
    """Who may come in."""

    EVERYONE = "everyone"
    LEARNERS = "guests and people with an account"
    GUESTS = "guests"
    ACCOUNTS = "people with an account"


class Of(Enum):
    """What a route's address names, so that its refusals can be tried with somebody else's."""

    NOTHING = "nothing of anybody's"
    ATTEMPT = "the learner's own attempt"
    QUIZ = "a quiz that is offered"
    DOCUMENT = "a document that may be read"
    LINK = "the secret of a link"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table."""

    endpoint: str
    method: str
    who: Who
    of: Of = Of.NOTHING


TABLE = (
    Row("assets.show", "GET", Who.EVERYONE),
    Row("public.shelf.index", "GET", Who.EVERYONE),
    Row("public.health.show", "GET", Who.EVERYONE),
    Row("account.profile.show", "GET", Who.LEARNERS),
    Row("account.profile.rename", "POST", Who.LEARNERS),
    Row("account.sign_up.show", "GET", Who.EVERYONE),
    Row("account.sign_up.create", "POST", Who.EVERYONE),
    Row("account.sign_in.show", "GET", Who.EVERYONE),
    Row("account.sign_in.enter_account", "POST", Who.EVERYONE),
    Row("account.sign_out.here", "POST", Who.EVERYONE),
    Row("account.sign_out.everywhere", "POST", Who.LEARNERS),
    Row("account.password.show", "GET", Who.ACCOUNTS),
    Row("account.password.change", "POST", Who.ACCOUNTS),
    Row("account.guest.show", "GET", Who.EVERYONE),
    Row("account.guest.create", "POST", Who.EVERYONE),
    Row("account.resume.show", "GET", Who.EVERYONE, Of.LINK),
    Row("account.resume.enter", "POST", Who.EVERYONE, Of.LINK),
    Row("account.resume.renew", "POST", Who.GUESTS),
    Row("account.invitation.show", "GET", Who.EVERYONE, Of.LINK),
    Row("account.invitation.accept", "POST", Who.EVERYONE, Of.LINK),
    Row("learn.quizzes.show", "GET", Who.EVERYONE, Of.QUIZ),
    Row("learn.quizzes.start", "POST", Who.EVERYONE, Of.QUIZ),
    Row("learn.attempts.show", "GET", Who.LEARNERS, Of.ATTEMPT),
    Row("learn.attempts.question", "GET", Who.LEARNERS, Of.ATTEMPT),
    Row("learn.attempts.answer", "POST", Who.LEARNERS, Of.ATTEMPT),
    Row("learn.attempts.explanation", "GET", Who.LEARNERS, Of.ATTEMPT),
    Row("learn.attempts.confirm", "GET", Who.LEARNERS, Of.ATTEMPT),
    Row("learn.attempts.submit", "POST", Who.LEARNERS, Of.ATTEMPT),
    Row("learn.attempts.result", "GET", Who.LEARNERS, Of.ATTEMPT),
    Row("learn.attempts.practise", "POST", Who.LEARNERS, Of.ATTEMPT),
    Row("learn.practice.index", "GET", Who.LEARNERS),
    Row("learn.practice.start", "POST", Who.LEARNERS),
    Row("learn.history.index", "GET", Who.LEARNERS),
    Row("learn.documents.show", "GET", Who.EVERYONE, Of.DOCUMENT),
)
KEY = "quizapp.access"


class SignInNeeded(Unauthorized):
    """Nobody is signed in, and the request needs to know who asks."""


def init_access(app: Flask) -> None:
    """Hold every request to the table."""
    app.config["PROVIDE_AUTOMATIC_OPTIONS"] = False
    app.extensions[KEY] = {(row.endpoint, row.method): row for row in TABLE}
    app.before_request(hold_to_table)


def hold_to_table() -> Response | None:
    """Let a request pass, send whoever is not signed in to where they can be, and hide the rest."""
    if request.endpoint is None:
        return None
    row = current_app.extensions[KEY].get((request.endpoint, "GET" if request.method == "HEAD" else request.method))
    if row is None:
        current_app.logger.error("No row in the access table for %s %s", request.method, request.endpoint)
        raise NotFound
    if row.who is Who.EVERYONE:
        return None
    person = current_person()
    if person is None:
        return send_to_sign_in()
    if not may_come_in(person, row.who):
        raise NotFound
    return None


def may_come_in(person: SignedIn, who: Who) -> bool:
    """Whether a person or guest is among those a row lets in."""
    if who is Who.GUESTS:
        return person.is_guest
    if who is Who.ACCOUNTS:
        return not person.is_guest
    return True


def send_to_sign_in() -> Response:
    """Send a reader to the sign-in page and back; what somebody has typed is not thrown away by a redirect."""
    if request.method not in SAFE_METHODS:
        raise SignInNeeded
    here = request.full_path if request.query_string else request.path
    return redirect(url_for("account.sign_in.show", next=here), code=303)
