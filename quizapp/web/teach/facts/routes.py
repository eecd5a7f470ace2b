"""A bank's facts, and one fact: what it says, what speaks of it, what asks it."""

from __future__ import annotations

from flask import flash, render_template, request
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from quizapp.banks import queries
from quizapp.banks.queries.banks import documents_of_bank
from quizapp.banks.queries.fact_list import ASKED, LOOKS, STATES, FactFilter, find_facts
from quizapp.documents.errors import RefusedFact
from quizapp.documents.operations.edit_fact import edit_fact
from quizapp.storage.transaction import transaction
from quizapp.web.csrf import csrf_problem, keeps_typed
from quizapp.web.given import whole
from quizapp.web.session import teacher_id
from quizapp.web.teach.facts.blueprint import facts
from quizapp.web.teach.facts.fact_view import fact_view, to_fact
from quizapp.web.teach.facts.forms import line


@facts.get("/banks/<int:bank_id>/facts")
def of_bank(bank_id: int) -> str:
    """Show the facts of a bank, filtered."""
    bank = queries.open_bank(bank_id, teacher_id())
    wanted = read_filter()
    found = find_facts(bank.slug, wanted, page=whole(request.args.get("page", "")) or 1)
    return render_template(
        "teach/facts/of_bank.html",
        bank=bank,
        wanted=wanted,
        found=found,
        documents=documents_of_bank(bank_id),
        states=STATES,
        looks=LOOKS,
        asked=ASKED,
    )


def read_filter() -> FactFilter:
    """Read which facts are wanted; what is no choice asks for nothing."""
    sent = request.args
    return FactFilter(
        text=line(sent.get("text", "")),
        state=sent.get("state", "") if sent.get("state") in STATES else "",
        look=sent.get("look", "") if sent.get("look") in LOOKS else "",
        asked=sent.get("asked", "") if sent.get("asked") in ASKED else "",
        document_id=whole(sent.get("document", "")),
    )


@facts.get("/facts/<int:fact_id>")
def show(fact_id: int) -> Response:
    """Show a fact with its passages and its questions."""
    return fact_view(fact_id)


@facts.post("/facts/<int:fact_id>")
@keeps_typed
def edit(fact_id: int) -> ResponseReturnValue:
    """Keep a fact in other words."""
    queries.bank_of_fact(fact_id, teacher_id(), to_edit=True)
    typed = {"statement": line(request.form.get("statement", "")), "note": line(request.form.get("note", ""))}
    if csrf_problem():
        return fact_view(fact_id, typed=typed, status=400)
    try:
        with transaction():
            edit_fact(fact_id, statement=typed["statement"], note=typed["note"])
    except RefusedFact as refused:
        return fact_view(fact_id, typed=typed, message=str(refused), status=422)
    flash("Saved.", "done")
    return to_fact(fact_id)
