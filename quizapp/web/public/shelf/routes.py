"""The shelf of quizzes."""

from __future__ import annotations

from datetime import timedelta

from flask import Blueprint, render_template

from quizapp.disputes.queries import decisions_to_see
from quizapp.history.queries import done_assignments, standings
from quizapp.quizzes import queries
from quizapp.regrading.queries import remarks_told
from quizapp.teaching.queries import Opening, openings
from quizapp.web.clock import now
from quizapp.web.session import current_learner_id

A_MONTH = timedelta(days=30)
shelf = Blueprint("shelf", __name__)


@shelf.get("/")
def index() -> str:
    """Show what is set to the learner, every quiz that is offered to everyone, and how the learner stands in each."""
    learner_id = current_learner_id()
    known = standings(learner_id) if learner_id is not None else {}
    given = openings(learner_id) if learner_id is not None else ()
    return render_template(
        "public/shelf/index.html",
        shelf=queries.shelf(),
        set_to_me=still_to_take(given),
        done=done_assignments(learner_id) if given and learner_id is not None else frozenset(),
        entries=queries.entries_of({opening.quiz_id for opening in given}),
        standings=known,
        decided=decisions_to_see(learner_id) if learner_id is not None else (),
        changed=remarks_told(learner_id) if learner_id is not None else (),
        time=now(),
    )


def still_to_take(given: tuple[Opening, ...]) -> list[Opening]:
    """Leave out what closed more than a month ago: it is in the history of whoever took it."""
    return [opening for opening in given if opening.closes_at is None or now() - opening.closes_at < A_MONTH]
