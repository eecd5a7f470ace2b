"""A newer text of a document, and what its changed sentences concern."""

from __future__ import annotations

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from quizapp.banks.queries import DocumentHome, document_home
from quizapp.banks.queries.documents import stale_facts, stale_questions
from quizapp.documents.queries.workbench import workbench
from quizapp.storage.jobs import TooManyJobs, job_on_document
from quizapp.web.csrf import csrf_problem, keeps_typed
from quizapp.web.session import teacher_id
from quizapp.web.teach.documents.arriving import take_in
from quizapp.web.teach.documents.blueprint import documents
from quizapp.web.teach.documents.changed import changed
from quizapp.web.teach.documents.forms import ACCEPTED, MOST_BYTES, ReviseForm
from quizapp.web.teach.documents.giving import ENOUGH
from quizapp.web.teach.documents.lines import UNDER_WAY, place_of
from quizapp.web.uploads import takes_files

MOST_LISTED = 100


@documents.get("/<int:document_id>/revise")
def revise(document_id: int) -> str:
    """Ask for a newer text of a document."""
    return revise_page(document_home(document_id, teacher_id(), to_edit=True), ReviseForm())


@documents.post("/<int:document_id>/revise")
@keeps_typed
@takes_files(MOST_BYTES)
def take_revision(document_id: int) -> ResponseReturnValue:
    """Take in a newer text; comparing it with the text that is there is long work."""
    home = document_home(document_id, teacher_id(), to_edit=True)
    running = job_on_document(home.newest_id)
    if running is not None and not csrf_problem():
        flash(UNDER_WAY)
        return redirect(place_of(running, document_id), 303)
    form = ReviseForm()
    if not form.validate():
        form.say_forgotten()
        return revise_page(home, form), 400
    try:
        job_id = take_in(
            "revise",
            teacher_id(),
            form.given(),
            form.text.data or "",
            {},
            bank_id=home.bank_id,
            document_id=home.newest_id,
        )
    except TooManyJobs:
        form.refuse("files", ENOUGH)
        return revise_page(home, form), 409
    return redirect(url_for("teach.documents.job", job_id=job_id), 303)


def revise_page(home: DocumentHome, form: ReviseForm) -> str:
    """Show the form as it stands."""
    document = workbench(home.newest_id)
    return render_template("teach/documents/revise.html", home=home, document=document, form=form, accepted=ACCEPTED)


@documents.get("/<int:document_id>/changes")
def changes(document_id: int) -> str:
    """List the facts and questions whose sentences a newer revision has changed, with what to do."""
    home = document_home(document_id, teacher_id())
    key = f"{home.bank_slug}/{home.key}"
    facts = stale_facts(home.bank_slug, key, home.newest_id, most=MOST_LISTED)
    questions = stale_questions(home.bank_id, key, home.newest_id, most=MOST_LISTED)
    return render_template(
        "teach/documents/changes.html",
        home=home,
        document=workbench(home.newest_id),
        list=changed(facts, questions, home.newest_id),
        is_cut=MOST_LISTED in (len(facts), len(questions)),
    )
