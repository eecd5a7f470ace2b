"""The page of a document: one part of its lines, each with the facts that stand beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from flask import render_template, request

from quizapp.banks.queries import DocumentHome, MarginFact, check_document, document_home, facts_beside
from quizapp.banks.queries.documents import stale_facts, stale_questions
from quizapp.documents.errors import NoSuchDocument
from quizapp.documents.queries.workbench import Span, Workbench, WorkLine, workbench
from quizapp.storage.jobs import job_on_document
from quizapp.web.given import whole
from quizapp.web.session import teacher_id

NONE_MORE = 1


def document_page(document_id: int) -> str:
    """Show a part of a document as the address asks for it."""
    check_document(document_id, teacher_id())
    marked = marked_span(request.args.get("mark", ""))
    bench = workbench(
        document_id,
        part=whole(request.args.get("part")) or 1,
        at=marked[0] if marked else whole(request.args.get("at")),
        marked=marked,
        only_dropped=request.args.get("show") == "left-out",
    )
    home = home_of(document_id)
    return render_template(
        "teach/documents/show.html",
        document=bench,
        home=home,
        beside=facts_by_line(bench),
        marked=marked,
        taking_out=request.args.get("show") == "lines",
        running=job_on_document(document_id),
        stale=is_anything_stale(home, document_id) if home else False,
    )


def home_of(document_id: int) -> DocumentHome | None:
    """Return the bank a document belongs to; none for one that no bank rests on any more."""
    try:
        return document_home(document_id, teacher_id())
    except NoSuchDocument:
        return None


def is_anything_stale(home: DocumentHome, document_id: int) -> bool:
    """Whether a newer revision changed sentences that facts or questions rest on."""
    if document_id != home.newest_id:
        return False
    key = f"{home.bank_slug}/{home.key}"
    return bool(
        stale_facts(home.bank_slug, key, home.newest_id, most=NONE_MORE)
        or stale_questions(home.bank_id, key, home.newest_id, most=NONE_MORE)
    )


def marked_span(text: str) -> Span | None:
    """Read a stretch of the text as an address names it: two places with a hyphen between."""
    first, _, last = text.partition("-")
    start, end = whole(first), whole(last)
    return (start, end) if start is not None and end is not None and start < end else None


def facts_by_line(bench: Workbench) -> Mapping[int, Sequence[MarginFact]]:
    """Return the facts of the part's lines, each once, by the start of the line in which their words begin."""
    start, end = bench.span
    beside: dict[int, list[MarginFact]] = defaultdict(list)
    seen: set[int] = set()
    lines = iter(bench.lines)
    line: WorkLine | None = next(lines, None)
    for fact in facts_beside(bench.id, start, end, person_id=teacher_id()):
        while line is not None and fact.start >= line.end:
            line = next(lines, None)
        if line is not None and fact.start >= line.start and fact.fact_id not in seen:
            seen.add(fact.fact_id)
            beside[line.start].append(fact)
    return beside
