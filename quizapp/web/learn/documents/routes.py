"""The documents, to read."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from flask import Blueprint, abort, render_template, request, url_for

from quizapp.attempts.queries import may_read, shutting_attempt
from quizapp.documents import queries
from quizapp.history.queries import margin_marks
from quizapp.web.clock import now
from quizapp.web.session import current_learner_id

documents = Blueprint("documents", __name__, url_prefix="/documents")


@documents.get("/<int:document_id>")
def show(document_id: int) -> str | tuple[str, int]:
    """Show a document's text, the words looked for marked, and what the learner was asked in the margin."""
    learner_id = current_learner_id()
    if not may_read(document_id, learner_id, now=now()):
        return shut(document_id, learner_id)
    marks = margin_marks(document_id, learner_id) if learner_id is not None else ()
    selected = two_numbers(request.args.get("mark", ""), "-")
    reader = queries.reader(document_id, marks=marks, selected=selected)
    return render_template(
        "learn/documents/show.html",
        reader=reader,
        has_marks=bool(marks),
        tally=tally_of(reader),
        selected=selected or (-1, -1),
        back=way_back(),
    )


@dataclass(frozen=True, slots=True)
class Tally:
    """How many things that a text says a learner has right, and where the words stand that tell what was missed."""

    right: int
    partly: int
    wrong: int
    missed: tuple[tuple[int, int], ...]

    @property
    def asked(self) -> int:
        """How many things were asked."""
        return self.right + self.partly + self.wrong


def tally_of(reader: queries.Reader) -> Tally:
    """Count what was asked of a text, each thing once."""
    marks = [mark for block in reader.blocks for mark in block.marks]
    verdicts = Counter({mark.statement: mark.verdict for mark in marks}.values())
    missed = sorted({(mark.start, mark.end) for mark in marks if mark.verdict != "right"})
    return Tally(verdicts["right"], verdicts["partly"], verdicts["wrong"], tuple(missed))


def shut(document_id: int, learner_id: int | None) -> tuple[str, int]:
    """Say which attempt of the learner's own shuts a document; any other is as good as not there."""
    attempt = shutting_attempt(document_id, learner_id) or abort(404)
    return render_template("learn/documents/shut.html", attempt=attempt), 404


def way_back() -> str:
    """Return the address of the question the reader came from, if the address says so."""
    numbers = two_numbers(request.args.get("back", ""), ".")
    if numbers is None:
        return ""
    return url_for("learn.attempts.question", attempt_id=numbers[0], number=numbers[1])


def two_numbers(text: str, between: str) -> tuple[int, int] | None:
    """Read two small whole numbers with a sign between them; None for anything else."""
    found = re.fullmatch(rf"(\d{{1,9}}){re.escape(between)}(\d{{1,9}})", text, re.ASCII)
    return (int(found[1]), int(found[2])) if found else None
