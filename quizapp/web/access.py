"""Every request held to the access table."""

from __future__ import annotations

from flask import Flask, current_app, redirect, request, url_for
from werkzeug.exceptions import NotFound, Unauthorized
from werkzeug.wrappers import Response

from quizapp.accounts.queries import SignedIn
from quizapp.web.access_table import TABLE, Who
from quizapp.web.csrf import SAFE_METHODS
from quizapp.web.session import current_person

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
    if who is Who.TEACHERS:
        return person.is_teacher
    if who is Who.ADMINS:
        return person.is_admin
    return True


def send_to_sign_in() -> Response:
    """Send a reader to the sign-in page and back; what somebody has typed is not thrown away by a redirect."""
    if request.method not in SAFE_METHODS:
        raise SignInNeeded
    here = request.full_path if request.query_string else request.path
    return redirect(url_for("account.sign_in.show", next=here), code=303)
