"""A quiz as a student meets it; answers given here are marked and kept nowhere."""

from __future__ import annotations

from flask import make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from quizapp.attempts.given import Given
from quizapp.attempts.queries.trial import trial
from quizapp.web.given import read_given, whole
from quizapp.web.teach.quizzes.blueprint import quizzes
from quizapp.web.teach.quizzes.page import open_quiz


@quizzes.get("/<int:quiz_id>/preview")
def preview(quiz_id: int) -> Response:
    """Begin with the first question; a quiz without one is composed first."""
    quiz = open_quiz(quiz_id)
    if not quiz.questions:
        return redirect(url_for(".show", quiz_id=quiz_id), 303)
    return redirect(url_for(".try_question", quiz_id=quiz_id, number=1, draw=drawing()), 303)


@quizzes.get("/<int:quiz_id>/preview/<int:number>")
def try_question(quiz_id: int, number: int) -> Response:
    """Ask a question as a student is asked."""
    return preview_page(quiz_id, number, None)


@quizzes.post("/<int:quiz_id>/preview/<int:number>")
def try_answer(quiz_id: int, number: int) -> Response:
    """Mark an answer and explain it as a student is told; nothing is kept."""
    return preview_page(quiz_id, number, read_given(request.form))


def preview_page(quiz_id: int, number: int, given: Given | None) -> Response:
    """Show a question of one drawing, before or after it is answered."""
    quiz = open_quiz(quiz_id)
    tried = trial(quiz_id, number, seed=f"{quiz_id}:preview:{drawing()}", given=given)
    page = render_template("teach/quizzes/preview.html", quiz=quiz, trial=tried, drawing=drawing())
    return make_response(page, 422 if tried.message else 200)


def drawing() -> int:
    """Return which of the drawings is looked at."""
    return whole(request.args.get("draw", "")) or 1
