"""Lines put back into a document or taken out of it, and drafting once more from what is there then."""

from __future__ import annotations

from collections.abc import Callable

from flask import flash, redirect, request, url_for
from werkzeug.wrappers import Response

from quizapp.banks.queries import check_document, document_home
from quizapp.documents.errors import DropsChanged, NoSuchSpan
from quizapp.documents.operations import NewDrops, keep_drops, with_drop, without_drop
from quizapp.documents.queries.workbench import workbench
from quizapp.storage import jobs
from quizapp.storage.jobs import TooManyJobs
from quizapp.storage.transaction import transaction
from quizapp.web.clock import now
from quizapp.web.given import whole
from quizapp.web.session import teacher_id
from quizapp.web.teach.documents.blueprint import documents
from quizapp.web.teach.documents.giving import ENOUGH

BACK = "The line is back. Questions can be drafted from it with “Draft questions again”."
OUT = "The line is left out. Facts and questions that cite it stay until you decide on them."
ELSEWHERE = "The document was changed in another window meanwhile. Look at it again."
UNDER_WAY = "This document is being worked on already; here is how far it is."


@documents.post("/<int:document_id>/restore")
def restore(document_id: int) -> Response:
    """Put a dropped stretch back."""
    check_document(document_id, teacher_id(), to_edit=True)
    return keep(document_id, BACK, lambda start, end: without_drop(document_id, start, end))


@documents.post("/<int:document_id>/drop")
def drop(document_id: int) -> Response:
    """Leave a line out, or leave one out again that had been put back."""
    check_document(document_id, teacher_id(), to_edit=True)
    return keep(document_id, OUT, lambda start, end: with_drop(document_id, start, end))


def keep(document_id: int, words: str, change: Callable[[int, int], NewDrops]) -> Response:
    """Work the change out before anybody has to wait for it, then keep it."""
    start, end = whole(request.form.get("start")), whole(request.form.get("end"))
    try:
        new = change(start or 0, end or 0)
        with transaction():
            keep_drops(new)
    except (NoSuchSpan, DropsChanged):
        flash(ELSEWHERE, "error")
    else:
        flash(words, "done")
    show = "lines" if request.form.get("show") == "lines" else None
    address = url_for("teach.documents.show", document_id=document_id, at=start, show=show, _anchor=f"p{start}")
    return redirect(address, 303)


@documents.post("/<int:document_id>/draft")
def draft(document_id: int) -> Response:
    """Draft questions once more; only new facts are added."""
    home = document_home(document_id, teacher_id(), to_edit=True)
    running = jobs.job_on_document(home.newest_id)
    if running is not None:
        flash(UNDER_WAY)
        return redirect(place_of(running, document_id), 303)
    wanted = {"names": [workbench(home.newest_id).title]}
    try:
        with transaction():
            job_id = jobs.make_job(
                "draft", teacher_id(), wanted, bank_id=home.bank_id, document_id=home.newest_id, now=now()
            )
            jobs.hand_in(job_id)
    except TooManyJobs:
        flash(ENOUGH, "error")
        return redirect(url_for("teach.documents.show", document_id=document_id), 303)
    return redirect(url_for("teach.documents.job", job_id=job_id), 303)


def place_of(job_id: int, document_id: int) -> str:
    """Return where to look at a job, which another teacher's is not for this one."""
    try:
        jobs.open_job(job_id, teacher_id())
    except jobs.NoSuchJob:
        return url_for("teach.documents.show", document_id=document_id)
    return url_for("teach.documents.job", job_id=job_id)
