"""A teacher's quizzes."""

from __future__ import annotations

from flask import Blueprint, render_template

quizzes = Blueprint("quizzes", __name__, url_prefix="/quizzes")


@quizzes.get("/")
def index() -> str:
    """Show the teacher's quizzes."""
    return render_template("teach/quizzes/index.html")
