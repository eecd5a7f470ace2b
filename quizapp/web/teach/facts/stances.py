"""Passages that agree with a fact or dispute it."""

from __future__ import annotations

from dataclasses import dataclass

from flask import flash, make_response, render_template, request
from werkzeug.wrappers import Response

from quizapp.banks import queries
from quizapp.banks.operations.fact_acts import By
from quizapp.banks.operations.restating import Restated, restate_witnesses
from quizapp.banks.queries.banks import documents_of_bank
from quizapp.banks.queries.passage_search import FoundPassage, passage_chosen, passages_like, passages_with
from quizapp.core.reading.anchors import Anchor, make_anchor
from quizapp.documents.errors import NoSuchFact, RefusedFact
from quizapp.documents.operations import Evidence
from quizapp.documents.operations.edit_fact import add_evidence, remove_evidence
from quizapp.storage.transaction import transaction
from quizapp.web.csrf import csrf_problem, keeps_typed
from quizapp.web.given import whole
from quizapp.web.teach.facts.blueprint import facts
from quizapp.web.teach.facts.fact_view import decided, decider, to_fact
from quizapp.web.teach.facts.forms import Sent, line

WHICH = "Choose the passage that speaks of it."
HOW = "Say whether it agrees or says otherwise."
WHAT = "Write what it says instead, as short as an answer."


@dataclass(frozen=True, slots=True)
class StanceForm:
    """What is said of a passage, as it was sent."""

    document_id: int | None = None
    search: str = ""
    passage: str = ""
    stance: str = ""
    value: str = ""
    note: str = ""


def read_stance(sent: Sent) -> StanceForm:
    """Read what is said of a passage."""
    texts = {name: line(sent.get(name, "")) for name in ("search", "passage", "value", "note")}
    stance = sent.get("stance", "")
    return StanceForm(
        whole(sent.get("document", "")), stance=stance if stance in {"agrees", "disputes"} else "", **texts
    )


@facts.get("/facts/<int:fact_id>/stance")
def stance(fact_id: int) -> Response:
    """Show the documents of the bank and their passages, to choose one that speaks of the fact."""
    return stance_view(fact_id, read_stance(request.args))


@facts.post("/facts/<int:fact_id>/stance")
@keeps_typed
def add_stance(fact_id: int) -> Response:
    """Let a passage agree with a fact or dispute it; its questions carry that from now on."""
    by, form = decider(fact_id), read_stance(request.form)
    if csrf_problem():
        return stance_view(fact_id, form, status=400)
    chosen = passage_chosen(by.bank.id, form.passage)
    message = WHICH if chosen is None else HOW if not form.stance else ""
    message = message or (WHAT if form.stance == "disputes" and not form.value else "")
    if message or chosen is None:
        return stance_view(fact_id, form, message=message, status=422)
    try:
        with transaction():
            add_evidence(fact_id, _evidence(by, form, chosen))
            done = restate_witnesses(by.bank.id, fact_id, author_id=by.person_id, now=by.now)
    except RefusedFact as refused:
        return stance_view(fact_id, form, message=str(refused), status=422)
    flash(words_of(done), "done")
    return to_fact(fact_id)


@facts.post("/facts/<int:fact_id>/stance/remove")
def remove_stance(fact_id: int) -> Response:
    """Take back what was said of a passage."""
    by = decider(fact_id)
    evidence_id = whole(request.form.get("evidence", ""))

    def act() -> str:
        if evidence_id is None:
            raise RefusedFact(WHICH)
        try:
            remove_evidence(fact_id, evidence_id)
        except NoSuchFact:
            raise RefusedFact(WHICH) from None
        return words_of(restate_witnesses(by.bank.id, fact_id, author_id=by.person_id, now=by.now))

    return decided(fact_id, act)


def _evidence(by: By, form: StanceForm, chosen: FoundPassage) -> Evidence:
    text = queries.sources_of_bank(by.bank.id).documents[chosen.key].text
    anchor: Anchor = make_anchor(text, chosen.start, chosen.end)
    how = "agrees" if form.stance == "agrees" else "disputes"
    return Evidence(chosen.document_id, anchor, how, form.value, form.note)  # type: ignore[arg-type]


def words_of(done: Restated) -> str:
    """Say what became of the questions."""
    said = "Saved."
    if done.changed:
        said += f" {done.changed} question{'s show' if done.changed != 1 else ' shows'} it from now on."
    if done.became_drafts:
        count = len(done.became_drafts)
        said += (
            f" {count} accepted question{'s are drafts' if count != 1 else ' is a draft'} again,"
            " because the rules do not let it stand as it is."
        )
    return said


def stance_view(fact_id: int, form: StanceForm, *, message: str = "", status: int = 200) -> Response:
    """Show where to find the passage, and what to say of it."""
    by = decider(fact_id)
    fact, documents = queries.fact_page(fact_id, by.person_id), documents_of_bank(by.bank.id)
    known = {row.card.document_id for row in fact.passages}
    here = form.document_id or next((row.id for row in documents if row.id not in known), 0)
    here = here or next((row.id for row in documents), 0)
    found = (
        passages_with(by.bank.id, here, form.search) if form.search else passages_like(by.bank.id, here, fact.statement)
    )
    page = render_template(
        "teach/facts/stance.html", fact=fact, documents=documents, here=here, form=form, found=found, message=message
    )
    return make_response(page, status)
