"""The documents, to read."""

from __future__ import annotations

import re

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
    return render_template(
        "learn/documents/show.html",
        reader=queries.reader(document_id, marks=marks, selected=selected),
        has_marks=bool(marks),
        selected=selected or (-1, -1),
        back=way_back(),
    )


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
