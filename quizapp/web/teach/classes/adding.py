"""Adding a list of pupils: read, looked through line by line, then added whole."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import StringIO

from flask import flash, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from quizapp.core.reading.decoding import decode
from quizapp.core.reading.errors import UnreadableDocument
from quizapp.storage.transaction import transaction
from quizapp.teaching import operations
from quizapp.teaching.errors import ListChanged
from quizapp.teaching.queries import OwnClass, open_own_class
from quizapp.teaching.queries.listed import BACK, Outcome, outcomes
from quizapp.teaching.roster_text import UnreadableList, listed_pupils
from quizapp.web.clock import now
from quizapp.web.codes import card_key
from quizapp.web.csrf import csrf_problem, keeps_typed
from quizapp.web.session import teacher_id
from quizapp.web.teach.classes.blueprint import classes
from quizapp.web.teach.classes.forms import CHANGED, NO_LIST, SPREADSHEET, TOO_LARGE, ListForm

LARGEST_FILE = 300_000
ARCHIVES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


@classes.get("/<int:class_id>/add")
def add(class_id: int) -> ResponseReturnValue:
    """Ask for the list."""
    return render_list(open_own_class(class_id, teacher_id()), ListForm())


@classes.post("/<int:class_id>/add")
@keeps_typed
def look_through(class_id: int) -> ResponseReturnValue:
    """Show what adding the list would do; nothing is written."""
    room = open_own_class(class_id, teacher_id())
    form = ListForm()
    if csrf_problem():
        return render_list(room, form, status=400)
    try:
        form.names.data = text_of(form)
        found = outcomes(class_id, listed_pupils(form.names.data))
    except (UnreadableList, UnreadableDocument) as refusal:
        form.refuse("names", str(refusal))
        return render_list(room, form, status=400)
    return render_list(room, form, found)


@classes.post("/<int:class_id>/people")
@keeps_typed
def add_people(class_id: int) -> ResponseReturnValue:
    """Add the list that was looked through: all of it, or nothing and look again."""
    room = open_own_class(class_id, teacher_id())
    form, agreed = ListForm(), request.form.get("agreed", "")
    if csrf_problem():
        return render_list(room, form, status=400)
    try:
        pupils = listed_pupils(agreed)
        with transaction():
            made = operations.add_listed(class_id, pupils, teacher_id(), key=card_key(), now=now())
    except UnreadableList as refusal:
        form.refuse("names", str(refusal))
        return render_list(room, form, status=400)
    except ListChanged:
        form.names.data = agreed
        return render_list(room, form, outcomes(class_id, pupils), message=CHANGED, status=409)
    if not made:
        flash("Everybody on the list is in the class now.", "done")
        return redirect(url_for("teach.classes.show", class_id=class_id), code=303)
    people = "1 pupil has" if len(made) == 1 else f"{len(made)} pupils have"
    flash(f"{people} an account and a card now. Print the cards and hand them out.", "done")
    return redirect(url_for("teach.classes.cards", class_id=class_id), code=303)


def text_of(form: ListForm) -> str:
    """Return the list as text: the file's, else what was pasted; UnreadableList where it is neither."""
    data: bytes = form.file.data.read(LARGEST_FILE + 1) if form.file.data else b""
    if not data:
        if not (form.names.data or "").strip():
            raise UnreadableList(NO_LIST)
        return str(form.names.data)
    if len(data) > LARGEST_FILE:
        raise UnreadableList(TOO_LARGE)
    if data.startswith(ARCHIVES):
        raise UnreadableList(SPREADSHEET)
    return decode(data).text


def agreed_list(found: Sequence[Outcome]) -> str:
    """Return the lines that will be added, in the words in which they were looked through."""
    text = StringIO()
    lines = [(row.name, row.username) for row in found if row.makes_account or row.what == BACK]
    csv.writer(text, lineterminator="\n").writerows([("name", "username"), *lines])
    return text.getvalue()


def render_list(
    room: OwnClass, form: ListForm, found: Sequence[Outcome] = (), *, message: str = "", status: int = 200
) -> Response:
    """Show the list as it was given, with what it would do where that is known."""
    page = render_template(
        "teach/classes/add.html",
        room=room,
        form=form,
        found=found,
        agreed=agreed_list(found),
        adding=sum(row.makes_account or row.what == BACK for row in found),
        amiss=[row for row in found if row.what == "malformed"],
        message=message,
    )
    return make_response(page, status)
