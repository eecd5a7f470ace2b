"""The page of one fact, whichever route shows it, and who decides about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from flask import flash, make_response, redirect, render_template, url_for
from werkzeug.wrappers import Response

from quizapp.banks import queries
from quizapp.banks.operations.fact_acts import By
from quizapp.documents.errors import RefusedFact
from quizapp.storage.transaction import transaction
from quizapp.web.clock import now
from quizapp.web.session import teacher_id


def fact_view(
    fact_id: int, *, typed: Mapping[str, str] | None = None, message: str = "", status: int = 200
) -> Response:
    """Show a fact with its passages and its questions, and what was typed."""
    fact = queries.fact_page(fact_id, teacher_id())
    typed = typed or {"statement": fact.statement, "note": fact.note}
    return make_response(render_template("teach/facts/show.html", fact=fact, typed=typed, message=message), status)


def to_fact(fact_id: int) -> Response:
    """Go to the page of a fact."""
    return redirect(url_for("teach.facts.show", fact_id=fact_id), 303)


def decider(fact_id: int) -> By:
    """Return who decides about a fact of a bank that she may edit; NoSuchFact for any other."""
    return By(queries.bank_of_fact(fact_id, teacher_id(), to_edit=True), teacher_id(), now())


def decided(fact_id: int, act: Callable[[], str]) -> Response:
    """Do something to a fact, say in words what came of it, and show it."""
    try:
        with transaction():
            said = act()
    except RefusedFact as refused:
        flash(str(refused), "error")
    else:
        flash(said, "done")
    return to_fact(fact_id)
