"""Putting a fact aside, keeping it again, letting two be one, and taking that back."""

from __future__ import annotations

from flask import flash, make_response, render_template, request
from werkzeug.wrappers import Response

from quizapp.banks import queries
from quizapp.banks.operations import retire
from quizapp.banks.operations.fact_acts import By, discard_fact, keep_fact_again, merge_facts, undo_fact_act
from quizapp.banks.queries.fact_likeness import facts_like
from quizapp.documents.errors import NoSuchFact, RefusedFact
from quizapp.storage.transaction import transaction
from quizapp.web.given import whole
from quizapp.web.teach.facts.blueprint import facts
from quizapp.web.teach.facts.fact_view import decided, decider, to_fact
from quizapp.web.teach.facts.forms import line

KEPT = "The fact is kept."
UNDONE = {
    "discard": "The fact is kept again, and so are the drafts that went with it.",
    "merge": "The two facts are apart again, each with its own passages and questions.",
}
CHOOSE = "Choose the fact that says the same."


@facts.post("/facts/<int:fact_id>/discard")
def discard(fact_id: int) -> Response:
    """Put a fact aside; its drafts go with it, accepted questions only where that is asked for."""
    by = decider(fact_id)
    accepted = [row.id for row in queries.fact_page(fact_id, by.person_id).questions if row.state == "accepted"]
    retired = accepted if "retire" in request.form else []
    return decided(fact_id, lambda: _put_aside(fact_id, by, retired, len(accepted) - len(retired)))


def _put_aside(fact_id: int, by: By, retired: list[int], left: int) -> str:
    gone = discard_fact(fact_id, by)
    gone += len(retire(by.bank.id, retired, person_id=by.person_id, now=by.now).changed)
    said = "The fact is put aside."
    if gone:
        said += f" {gone} question{'s' if gone != 1 else ''} went with it."
    if left:
        said += f" {left} accepted question{'s still ask' if left != 1 else ' still asks'} it."
    return said


@facts.post("/facts/<int:fact_id>/keep")
def keep(fact_id: int) -> Response:
    """Keep a fact again as it is."""
    decider(fact_id)

    def act() -> str:
        keep_fact_again(fact_id)
        return KEPT

    return decided(fact_id, act)


@facts.post("/facts/<int:fact_id>/undo")
def undo(fact_id: int) -> Response:
    """Take back the last act on a fact."""
    by = decider(fact_id)
    return decided(fact_id, lambda: UNDONE[undo_fact_act(fact_id, by)])


@facts.get("/facts/<int:fact_id>/merge")
def merge(fact_id: int) -> Response:
    """Show the facts of the bank that say nearly the same, to choose one."""
    return merge_view(fact_id)


@facts.post("/facts/<int:fact_id>/merge")
def merge_into(fact_id: int) -> Response:
    """Let a fact be part of another one of its bank."""
    by = decider(fact_id)
    into = whole(request.form.get("into", ""))
    if into is None:
        return merge_view(fact_id, message=CHOOSE)
    try:
        with transaction():
            moved = merge_facts(fact_id, into, by)
    except (RefusedFact, NoSuchFact) as refused:
        return merge_view(fact_id, message=str(refused) or CHOOSE)
    flash(f"The two are one fact now. {moved} question{'s' if moved != 1 else ''} came along.", "done")
    return to_fact(into)


def merge_view(fact_id: int, *, message: str = "") -> Response:
    """Show what a fact could be merged with."""
    by = decider(fact_id)
    search = line(request.args.get("search", ""))
    page = render_template(
        "teach/facts/merge.html",
        fact=queries.fact_page(fact_id, by.person_id),
        found=facts_like(fact_id, search),
        search=search,
        message=message,
    )
    return make_response(page, 422 if message else 200)
