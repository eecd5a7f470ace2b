"""The list of documents, and one document with its facts: its text in parts, what is said of it, the archive."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from quizapp.banks.queries import check_document, document_home
from quizapp.banks.queries.documents import documents_of
from quizapp.documents.operations import archive_document, change_details
from quizapp.documents.queries.workbench import workbench
from quizapp.storage.jobs import jobs_to_see
from quizapp.storage.transaction import transaction
from quizapp.web.clock import now
from quizapp.web.csrf import keeps_typed
from quizapp.web.given import whole
from quizapp.web.session import teacher_id
from quizapp.web.teach.documents.blueprint import documents
from quizapp.web.teach.documents.forms import ChangeForm
from quizapp.web.teach.documents.page import document_page


@documents.get("/")
def index() -> str:
    """Show the teacher's documents, the work under way first."""
    archived = "archived" in request.args
    page = documents_of(teacher_id(), archived=archived, page=whole(request.args.get("page")) or 1)
    jobs = () if archived else jobs_to_see(teacher_id())
    return render_template("teach/documents/index.html", list=page, jobs=jobs, archived=archived)


@documents.get("/<int:document_id>")
def show(document_id: int) -> str:
    """Show a part of a document's text with what is left out of it and its facts beside it."""
    return document_page(document_id)


@documents.get("/<int:document_id>/edit")
def edit(document_id: int) -> str:
    """Ask what is to be said of a document."""
    check_document(document_id, teacher_id(), to_edit=True)
    return edit_page(document_id, ChangeForm(obj=workbench(document_id), **kind_of(document_id)))


@documents.post("/<int:document_id>/edit")
@keeps_typed
def update(document_id: int) -> ResponseReturnValue:
    """Keep what is said of a document."""
    check_document(document_id, teacher_id(), to_edit=True)
    form = ChangeForm(**kind_of(document_id))
    if not form.validate():
        return edit_page(document_id, form), 400
    with transaction():
        change_details(document_id, form.said())
    flash("Kept. Students see this beside every passage of the document.", "done")
    return redirect(url_for("teach.documents.show", document_id=document_id), 303)


def kind_of(document_id: int) -> dict[str, str]:
    """Return the kind of source a document has, which is offered whatever it is."""
    return {"source_kind": workbench(document_id).source_kind}


def edit_page(document_id: int, form: ChangeForm) -> str:
    """Show the form as it stands."""
    return render_template("teach/documents/edit.html", form=form, document=workbench(document_id))


@documents.post("/<int:document_id>/archive")
def archive(document_id: int) -> Response:
    """Put a document away: it leaves the list, and all that cites it stays."""
    title = document_home(document_id, teacher_id(), to_edit=True)
    with transaction():
        archive_document(title.newest_id, now=now())
    flash("The document is put away. Its questions stay in their bank, and nothing that cites it changes.", "done")
    return redirect(url_for("teach.documents.index"), 303)


@documents.post("/<int:document_id>/unarchive")
def unarchive(document_id: int) -> Response:
    """Take a document back into use."""
    home = document_home(document_id, teacher_id(), to_edit=True)
    with transaction():
        archive_document(home.newest_id, now=None)
    flash("The document is back on the list.", "done")
    return redirect(url_for("teach.documents.show", document_id=document_id), 303)
