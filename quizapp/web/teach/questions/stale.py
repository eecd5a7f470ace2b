"""Two people changed one question: both wordings side by side, and hers is kept until she decides."""

from __future__ import annotations

from flask import make_response, render_template, request
from werkzeug.wrappers import Response

from quizapp.banks.errors import StaleQuestion
from quizapp.banks.queries.differences import differences, said
from quizapp.banks.queries.history import version
from quizapp.web.csrf import FIELD
from quizapp.web.teach.questions.page import Desk
from quizapp.web.teach.questions.to_draft import Read

NOT_CARRIED = frozenset({FIELD, "based-on", "do", "was-kind"})


def stale_page(desk: Desk, read: Read, stale: StaleQuestion) -> Response:
    """Show the version that was saved meanwhile beside what she typed."""
    assert desk.question_id is not None  # noqa: S101 - only a question that is there can be stale
    assert read.draft is not None  # noqa: S101 - only what can be kept is saved
    saved = version(desk.question_id, stale.saved)
    theirs, hers = dict(said(saved.draft)), dict(said(read.draft))
    parts = [*theirs, *(part for part in hers if part not in theirs)]
    page = render_template(
        "teach/questions/stale.html",
        desk=desk,
        saved=saved,
        rows=[(part, theirs.get(part, ""), hers.get(part, "")) for part in parts],
        changes=differences(saved.draft, read.draft),
        typed=[(name, text) for name, text in request.form.items(multi=True) if name not in NOT_CARRIED],
        accepting=request.form.get("do") == "accept",
    )
    return make_response(page, 409)
