"""The disputes that a teacher may decide, the open ones first."""

from __future__ import annotations

from flask import render_template, request

from quizapp.disputes import queries
from quizapp.web.given import whole
from quizapp.web.session import teacher_id
from quizapp.web.teach.disputes.blueprint import disputes

STATES = {"open": "To decide", "upheld": "Upheld", "declined": "Declined"}


@disputes.get("/")
def index() -> str:
    """Show the disputes of a state, or of all, of one question where the address names it."""
    state, question_id = request.args.get("state", ""), whole(request.args.get("question", ""))
    page = whole(request.args.get("page", "")) or 1
    state = state if state in STATES else ""
    return render_template(
        "teach/disputes/index.html",
        list=queries.disputes_to_decide(teacher_id(), state=state, question_id=question_id, page=page),
        state=state,
        states=STATES,
        question_id=question_id,
    )
