"""The long work on documents: how far it is, cancelling it, putting its outcome away."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from quizapp.storage.jobs import JobView, cancel_job, open_job, put_away
from quizapp.storage.transaction import transaction
from quizapp.web.clock import now
from quizapp.web.session import teacher_id
from quizapp.web.teach.documents.blueprint import documents


@documents.get("/jobs/<int:job_id>")
def job(job_id: int) -> str:
    """Show how far a piece of long work is, or what came of it."""
    return render_template("teach/documents/job.html", job=open_job(job_id, teacher_id()))


@documents.post("/jobs/<int:job_id>/cancel")
def cancel(job_id: int) -> Response:
    """Cancel a piece of long work; what it had written so far is taken back."""
    with transaction():
        cancel_job(job_id, teacher_id(), now=now())
    return redirect(url_for("teach.documents.job", job_id=job_id), 303)


@documents.post("/jobs/<int:job_id>/seen")
def seen(job_id: int) -> Response:
    """Take the outcome of a piece of work off the list."""
    with transaction():
        put_away(job_id, teacher_id(), now=now())
    return redirect(after_seen(open_job(job_id, teacher_id())), 303)


def after_seen(over: JobView) -> str:
    """Return where to go next: to what the teacher asked for, or to the list."""
    to = request.form.get("to", "")
    if to == "review" and over.bank_id is not None:
        return url_for("teach.review.show", bank_id=over.bank_id)
    if to == "document" and over.document_id is not None:
        return url_for("teach.documents.show", document_id=over.document_id)
    if to == "desk":
        return url_for("teach.desk.index")
    flash("Put away.", "done")
    return url_for("teach.documents.index")
