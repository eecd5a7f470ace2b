"""Marking words in a text: select, choose a form, accept."""

from __future__ import annotations

from dataclasses import replace

from flask import flash, redirect, request, url_for
from werkzeug.wrappers import Response

from quizapp.banks import queries
from quizapp.banks.operations.marked import KeptMark, Taken, keep_marked
from quizapp.banks.queries import Markable, stands_against
from quizapp.core.generation.lint import Sources
from quizapp.core.generation.marking import CannotMark, Suggestion, find_words
from quizapp.core.reading.document import ReadDocument
from quizapp.storage.transaction import transaction
from quizapp.web.clock import now
from quizapp.web.csrf import csrf_problem, keeps_typed
from quizapp.web.session import teacher_id
from quizapp.web.teach.facts.blueprint import facts
from quizapp.web.teach.facts.forms import Asked, MarkForm, read_asked, read_mark
from quizapp.web.teach.facts.mark_page import (
    Card,
    cards_of,
    first_cards,
    mark_page,
    passages_page,
    place_of,
    read_of,
    suggestion_for,
)

NONE_TICKED = "Tick at least one form of the question."
NEAR = 400  # how far from its place words are looked for, where a browser counted otherwise than we do


@facts.get("/documents/<int:document_id>/mark")
def mark(document_id: int) -> Response:
    """Show what can be asked of marked words; without words, the passages to choose from."""
    asked = read_asked(request.args)
    where = queries.markable(document_id, teacher_id(), bank_id=asked.bank_id)
    sources, read = read_of(where)
    try:
        if asked.start is None or asked.end is None:
            return choose_words(where, asked, read)
        asked = as_selected(asked, read)
        found = suggestion_for(where, sources, asked, asked.statement)
    except CannotMark as refused:
        return passages_page(where, asked, message=str(refused), status=422)
    return mark_page(where, asked, found, first_cards(found))


@facts.post("/documents/<int:document_id>/mark")
@keeps_typed
def keep_mark(document_id: int) -> Response:
    """Keep a marked fact and the forms that were ticked, as accepted questions or as drafts."""
    form = read_mark(request.form)
    where = queries.markable(document_id, teacher_id(), bank_id=form.asked.bank_id)
    sources = queries.sources_of_bank(where.bank_id)
    try:
        found = suggestion_for(where, sources, form.asked)
    except CannotMark as refused:
        return passages_page(where, form.asked, message=str(refused), status=422)
    try:
        found = suggestion_for(where, sources, form.asked, form.rewritten)
    except CannotMark as refused:
        cards = cards_of(found, form, sources)
        return mark_page(
            where, form.asked, found, cards, statement=form.asked.statement, message=str(refused), status=422
        )
    if form.act == "again":
        return to_mark(where, found.mark.start, found.mark.end, form.rewritten or None)
    return take(where, form, found, sources)


def take(where: Markable, form: MarkForm, found: Suggestion, sources: Sources) -> Response:
    """Keep what was ticked, unless something in it must still be written."""
    cards = cards_of(found, form, sources)
    kept = [card for card in cards if card.is_kept]
    if csrf_problem():
        return mark_page(where, form.asked, found, cards, status=400)
    if form.act == "check" or not kept or any(card.form.needs for card in kept):
        message = "" if kept or form.act == "check" else NONE_TICKED
        status = 200 if form.act == "check" else 422
        return mark_page(where, form.asked, found, cards, message=message, status=status)
    taken = [_judged(card, found, accepting=form.act != "draft") for card in kept]
    with transaction():
        done = keep_marked(where, found.fact, taken, author_id=teacher_id(), now=now())
    say_what_was_kept(done, kept)
    back = url_for("teach.documents.show", document_id=where.document_id, mark=place_of(found), _anchor="here")
    return redirect(back, 303)


def _judged(card: Card, found: Suggestion, *, accepting: bool) -> Taken:
    """A form as it is kept: accepted where no rule stands against it, else a draft that says what wants an eye."""
    draft = card.form.draft
    if accepting and not stands_against(card.form.findings):
        return Taken(draft, is_accepted=True)
    doubt = "; ".join(found.doubts)
    unsure = replace(draft, tier="needs-your-eye", doubt=doubt) if doubt else draft
    return Taken(unsure, is_accepted=False)


def say_what_was_kept(done: KeptMark, kept: list[Card]) -> None:
    """Say what became of the questions, and what keeps a draft from being accepted."""
    if done.accepted:
        flash(f"{_questions(len(done.accepted))} accepted.", "done")
    if done.drafts:
        rules = sorted({row.rule for card in kept for row in stands_against(card.form.findings)})
        why = f" Before it can be accepted, look at {', '.join(rules)}." if rules else ""
        flash(f"{_questions(len(done.drafts))} kept as a draft.{why}", "")


def _questions(count: int) -> str:
    return f"{count} question{'' if count == 1 else 's'}"


def choose_words(where: Markable, asked: Asked, read: ReadDocument) -> Response:
    """Find the words that were typed for a passage; without any, show what there is to choose from."""
    if asked.passage is None or asked.passage >= len(read.passages) or not asked.words:
        return passages_page(where, asked)
    start, end = find_words(read, read.passages[asked.passage], asked.words)
    return to_mark(where, start, end)


def to_mark(where: Markable, start: int, end: int, statement: str | None = None) -> Response:
    """Go to the page of marked words."""
    there = url_for(
        ".mark", document_id=where.document_id, start=start, end=end, bank=where.bank_id, statement=statement
    )
    return redirect(there, 303)


def as_selected(asked: Asked, read: ReadDocument) -> Asked:
    """Trust the words that were selected more than their place, where the two do not agree."""
    start, end = asked.start or 0, asked.end or 0
    said = " ".join(read.text[start:end].split())
    if not asked.words or said == asked.words or not 0 <= start < end <= len(read.text):
        return asked
    first = max(0, start - NEAR)
    places = [at for at in range(first, start + NEAR) if read.text.startswith(asked.words, at)]
    nearest = min(places, key=lambda at: abs(at - start), default=None)
    return asked if nearest is None else replace(asked, start=nearest, end=nearest + len(asked.words))
