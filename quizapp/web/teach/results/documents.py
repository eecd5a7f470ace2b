"""A document by its answers: the map of what was asked and how well it is known."""

from __future__ import annotations

from flask import render_template, request

from quizapp.banks.queries import check_document
from quizapp.history.queries.coverage_map import coverage_map
from quizapp.teaching.queries import open_own_class
from quizapp.teaching.queries.classes import classes_of, latest_zone
from quizapp.web.clock import now
from quizapp.web.given import whole
from quizapp.web.session import teacher_id
from quizapp.web.teach.results.asked import days_asked
from quizapp.web.teach.results.blueprint import results


@results.get("/documents/<int:document_id>")
def document(document_id: int) -> str:
    """Show a document shaded by how much it is asked and how well it is known, over one class or all of hers."""
    check_document(document_id, teacher_id())
    chosen = whole(request.args.get("class_id", ""))
    room = open_own_class(chosen, teacher_id()) if chosen else None
    page = whole(request.args.get("page", "")) or 1
    days = days_asked(room.time_zone if room else latest_zone(teacher_id()))
    chosen_class = room.id if room else None
    found = coverage_map(document_id, teacher_id(), now=now(), class_id=chosen_class, within=days.within, page=page)
    return render_template(
        "teach/results/document.html", map=found, room=room, days=days, rooms=classes_of(teacher_id()).rows
    )
