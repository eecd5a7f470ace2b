"""A quiz on paper, and its key on pages of its own."""

from __future__ import annotations

from flask import render_template, request

from quizapp.attempts.queries.paper import FORMS
from quizapp.attempts.queries.paper import paper as paper_of
from quizapp.attempts.queries.paper import paper_key as key_of
from quizapp.web.teach.quizzes.blueprint import quizzes
from quizapp.web.teach.quizzes.page import open_quiz


@quizzes.get("/<int:quiz_id>/paper")
def paper(quiz_id: int) -> str:
    """Show a quiz as it is printed; nothing on it tells the key."""
    quiz = open_quiz(quiz_id)
    form = form_wanted()
    questions = paper_of(quiz_id, form)
    return render_template("teach/quizzes/paper.html", quiz=quiz, form=form, questions=questions)


@quizzes.get("/<int:quiz_id>/key")
def key(quiz_id: int) -> str:
    """Show the key of a paper, with the passages that decide."""
    quiz = open_quiz(quiz_id)
    form = form_wanted()
    return render_template("teach/quizzes/key.html", quiz=quiz, form=form, lines=key_of(quiz_id, form))


def form_wanted() -> str:
    """Return which form of the paper is wanted."""
    form = request.args.get("form", "")
    return form if form in FORMS else FORMS[0]
