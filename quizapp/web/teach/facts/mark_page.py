"""The page on which marked words become questions, whichever route shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from flask import make_response, render_template
from werkzeug.wrappers import Response

from quizapp.banks import queries
from quizapp.banks.queries import Markable
from quizapp.banks.queries.witnesses import witnesses_of_known
from quizapp.core.generation.lint import Finding, Sources
from quizapp.core.generation.marking import (
    Edits,
    SuggestedForm,
    Suggestion,
    edited,
    edits_of,
    picks_in,
    suggest,
    with_witnesses,
)
from quizapp.core.kinds import KINDS
from quizapp.core.reading.document import ReadDocument
from quizapp.web.session import teacher_id
from quizapp.web.teach.facts.forms import MOST_WRONG, Asked, MarkForm

# A gap copies the words round it by its nature: the reason is offered, and can be written anew.
USUAL_REASONS = {"W23": "The document’s own words are wanted here."}
PER_PAGE = 25


@dataclass(frozen=True, slots=True)
class Sentences:
    """A page of a document's passages, each with its number."""

    rows: tuple[tuple[int, str], ...]
    total: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Card:
    """One form on the page: what it would ask, what the rules find, what stands in its fields."""

    form: SuggestedForm
    fields: Edits
    is_kept: bool
    message: str = ""
    reasons: Mapping[str, str] = field(default_factory=dict)

    @property
    def label(self) -> str:
        """What people call the form."""
        return KINDS[self.form.kind].label

    @property
    def open_warnings(self) -> tuple[Finding, ...]:
        """The warnings that want a reason, one for each rule."""
        rules = {finding.rule: finding for finding in self.form.findings if finding.severity == "W"}
        return tuple(rules.values())

    @property
    def unreasoned(self) -> list[str]:
        """The rules of warnings that no reason stands against yet."""
        return [finding.rule for finding in self.open_warnings if not self.reasons.get(finding.rule)]

    @property
    def faults(self) -> tuple[Finding, ...]:
        """What keeps it from being accepted at all."""
        return tuple(finding for finding in self.form.findings if finding.blocks)

    @property
    def wrong(self) -> list[tuple[str, str]]:
        """The wrong answers with room for more."""
        rows = list(self.fields.wrong)
        return rows + [("", "")] * max(0, min(MOST_WRONG, max(3, len(rows))) - len(rows))


def read_of(where: Markable) -> tuple[Sources, ReadDocument]:
    """Return the documents of a bank and the one that is marked, as they are stored."""
    sources = queries.sources_of_bank(where.bank_id)
    return sources, sources.documents[where.key]


def suggestion_for(where: Markable, sources: Sources, asked: Asked, statement: str = "") -> Suggestion:
    """Return what is suggested for marked words; CannotMark says why nothing is."""
    found = suggest(sources, where.key, where.title, asked.start or 0, asked.end or 0, statement=statement)
    witnesses = witnesses_of_known(f"{where.bank_slug}/{where.key}/{found.fact.id}")
    if not witnesses:
        return found
    return replace(found, forms=tuple(with_witnesses(form, witnesses, sources) for form in found.forms))


def first_cards(found: Suggestion) -> list[Card]:
    """Return the forms as they are suggested, the best one ticked."""
    return [Card(form, edits_of(form), form.kind == found.best, reasons=_reasons(form, {})) for form in found.forms]


def cards_of(found: Suggestion, form: MarkForm, sources: Sources) -> list[Card]:
    """Return the forms as they were changed, held to the rules again."""
    cards = []
    for suggested in found.forms:
        fields = form.edits.get(suggested.kind) or edits_of(suggested)
        now = edited(suggested, fields, sources)
        kept = suggested.kind in form.kept
        cards.append(Card(now, fields, kept, now.needs if kept else "", _reasons(now, fields.reasons)))
    return cards


def _reasons(form: SuggestedForm, given: Mapping[str, str]) -> dict[str, str]:
    rules = {finding.rule for finding in form.findings if finding.severity == "W"}
    return {rule: given.get(rule, USUAL_REASONS.get(rule, "")) for rule in rules}


def mark_page(
    where: Markable,
    asked: Asked,
    found: Suggestion,
    cards: list[Card],
    *,
    statement: str = "",
    message: str = "",
    status: int = 200,
) -> Response:
    """Show the sentence with the words marked, the fact, and every form in which they can be asked."""
    _, read = read_of(where)
    passage = found.mark.passage
    page = render_template(
        "teach/facts/mark.html",
        where=where,
        asked=asked,
        found=found,
        cards=cards,
        statement=statement or found.statement,
        message=message,
        before=read.text[passage.start : found.mark.start],
        after=read.text[found.mark.end : passage.end],
        picks=picks_in(read, where.key, where.title, found.mark.number),
        beside=queries.facts_beside(where.document_id, passage.start, passage.end, person_id=teacher_id()),
        place=place_of(found),
    )
    return make_response(page, status)


def place_of(found: Suggestion) -> str:
    """Return the place of marked words as the document's page takes it."""
    return f"{found.mark.start}-{found.mark.end}"


def passages_page(where: Markable, asked: Asked, *, message: str = "", status: int = 200) -> Response:
    """Show the passages of a document to choose from, or one of them with what could be marked in it."""
    _, read = read_of(where)
    chosen = asked.passage if asked.passage is not None and asked.passage < len(read.passages) else None
    wanted = [
        (number, read.text[row.start : row.end])
        for number, row in enumerate(read.passages)
        if asked.search.casefold() in read.text[row.start : row.end].casefold()
    ]
    pages = max(1, -(-len(wanted) // PER_PAGE))
    page = min(max(1, asked.page), pages)
    shown = render_template(
        "teach/facts/mark_passages.html",
        where=where,
        asked=asked,
        message=message,
        passage=chosen,
        sentence=read.text[read.passages[chosen].start : read.passages[chosen].end] if chosen is not None else "",
        picks=picks_in(read, where.key, where.title, chosen) if chosen is not None else (),
        list=Sentences(tuple(wanted[(page - 1) * PER_PAGE : page * PER_PAGE]), len(wanted), page, pages),
    )
    return make_response(shown, status)
