"""A quiz's cover, and starting it."""

from __future__ import annotations

from flask import Blueprint
from werkzeug.wrappers import Response

from quizapp.web.covers import cover_page, start_quiz
from quizapp.web.csrf import keeps_typed

quizzes = Blueprint("quizzes", __name__, url_prefix="/quizzes")


@quizzes.get("/<int:quiz_id>")
def show(quiz_id: int) -> Response:
    """Show what a quiz covers, its sources, and how it is taken and marked."""
    return cover_page(quiz_id)


@quizzes.post("/<int:quiz_id>/start")
@keeps_typed
def start(quiz_id: int) -> Response:
    """Begin an attempt, or go on with the one begun."""
    return start_quiz(quiz_id)
