"""The shelf of quizzes."""

from __future__ import annotations

from flask import Blueprint, render_template

from quizapp.history.queries import standings
from quizapp.quizzes import queries
from quizapp.web.session import current_learner_id

shelf = Blueprint("shelf", __name__)


@shelf.get("/")
def index() -> str:
    """Show every quiz that is offered to everyone, and how the learner stands in each."""
    learner_id = current_learner_id()
    known = standings(learner_id) if learner_id is not None else {}
    return render_template("public/shelf/index.html", shelf=queries.shelf(), standings=known)
