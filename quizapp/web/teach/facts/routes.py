"""A fact: what it says, what speaks of it, what asks it."""

from __future__ import annotations

from flask import render_template

from quizapp.banks import queries
from quizapp.web.session import teacher_id
from quizapp.web.teach.facts.blueprint import facts

__all__ = ["facts"]


@facts.get("/facts/<int:fact_id>")
def show(fact_id: int) -> str:
    """Show a fact with its passages and its questions."""
    return render_template("teach/facts/show.html", fact=queries.fact_page(fact_id, teacher_id()))
