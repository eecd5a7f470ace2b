"""A fact whose words have changed: what changed, and keeping it as it stands now."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import SequenceMatcher

from flask import flash, make_response, render_template, request
from werkzeug.wrappers import Response

from quizapp.banks import queries
from quizapp.banks.operations.renewing import renew_fact
from quizapp.banks.queries.fact_page import FactPage
from quizapp.banks.queries.passage_search import FoundPassage, passage_chosen, passages_like
from quizapp.documents.errors import RefusedFact
from quizapp.storage.transaction import transaction
from quizapp.web.csrf import csrf_problem, keeps_typed
from quizapp.web.teach.facts.blueprint import facts
from quizapp.web.teach.facts.fact_view import decider, to_fact
from quizapp.web.teach.facts.forms import line
from quizapp.web.teach.facts.stances import words_of


@facts.get("/facts/<int:fact_id>/renew")
def renew(fact_id: int) -> Response:
    """Show what became of the words that a fact rests on."""
    return renew_view(fact_id)


@facts.post("/facts/<int:fact_id>/renew")
@keeps_typed
def keep_renewed(fact_id: int) -> Response:
    """Keep a fact with the words that state it now; its questions quote them from now on."""
    by = decider(fact_id)
    fact = queries.fact_page(fact_id, by.person_id)
    statement, note = line(request.form.get("statement", fact.statement)), fact.note
    chosen = {
        row.evidence_id: passage_chosen(by.bank.id, request.form.get(f"passage-{row.evidence_id}", ""))
        for row in fact.passages
        if row.is_old
    }
    if csrf_problem():
        return renew_view(fact_id, statement=statement, chosen=chosen, status=400)
    try:
        with transaction():
            done = renew_fact(fact_id, statement, note, chosen, by)
    except RefusedFact as refused:
        return renew_view(fact_id, statement=statement, chosen=chosen, message=str(refused), status=422)
    flash("The fact is kept with its new words. " + words_of(done).removeprefix("Saved.").strip(), "done")
    return to_fact(fact_id)


def renew_view(
    fact_id: int,
    *,
    statement: str | None = None,
    chosen: Mapping[int, FoundPassage | None] | None = None,
    message: str = "",
    status: int = 200,
) -> Response:
    """Show the old words beside those that say nearly the same now."""
    by = decider(fact_id)
    fact = queries.fact_page(fact_id, by.person_id)
    page = render_template(
        "teach/facts/renew.html",
        fact=fact,
        now=words_now(fact, by.bank.id),
        chosen={key: row.value if row else "" for key, row in (chosen or {}).items()},
        statement=fact.statement if statement is None else statement,
        message=message,
        changes=changes,
    )
    return make_response(page, status)


def words_now(fact: FactPage, bank_id: int) -> dict[int, tuple[FoundPassage, ...]]:
    """Return for each old passage what says nearly the same in the newest revision."""
    return {
        row.evidence_id: passages_like(bank_id, row.newest_id, row.card.before + row.card.exact + row.card.after)
        for row in fact.passages
        if row.is_old and row.newest_id is not None
    }


def changes(old: str, new: str) -> list[tuple[str, str]]:
    """Return what was kept, taken out and put in, word by word: (how, words)."""
    before, after = old.split(), new.split()
    found: list[tuple[str, str]] = []
    for how, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if how == "equal":
            found.append(("same", " ".join(before[a:b])))
            continue
        found += [("out", " ".join(before[a:b]))] if b > a else []
        found += [("in", " ".join(after[c:d]))] if d > c else []
    return found
