"""A quiz by the link its teacher gave out."""

from __future__ import annotations

from flask import Blueprint
from werkzeug.wrappers import Response

from quizapp.attempts.queries import quiz_of_link
from quizapp.web.covers import cover_page, start_quiz
from quizapp.web.csrf import keeps_typed

link = Blueprint("link", __name__, url_prefix="/q")


@link.get("/<secret>")
def show(secret: str) -> Response:
    """Show the cover of the quiz that the link opens."""
    return unlinked(cover_page(quiz_of_link(secret), secret=secret))


@link.post("/<secret>")
@keeps_typed
def start(secret: str) -> Response:
    """Begin the quiz that the link opens, or go on with it."""
    return unlinked(start_quiz(quiz_of_link(secret), secret=secret))


def unlinked(page: Response) -> Response:
    """Let no other site learn the address."""
    page.headers["Referrer-Policy"] = "no-referrer"
    return page
