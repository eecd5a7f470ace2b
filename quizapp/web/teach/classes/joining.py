"""How a class is joined: its code, for how long, and the page for the wall."""

from __future__ import annotations

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from quizapp.storage.transaction import transaction
from quizapp.teaching import operations
from quizapp.teaching.queries import open_own_class
from quizapp.web.clock import now
from quizapp.web.session import teacher_id
from quizapp.web.teach.classes.blueprint import classes
from quizapp.web.teach.classes.forms import LASTS, JoiningForm


@classes.post("/<int:class_id>/joining")
def open_joining(class_id: int) -> ResponseReturnValue:
    """Make a new code; the one before is over."""
    room = open_own_class(class_id, teacher_id())
    form = JoiningForm()
    if room.archived_at is None and form.validate():
        with transaction():
            operations.open_joining(class_id, until=now() + LASTS[form.lasts.data])
        flash("The class can be joined by this code now.", "done")
    return redirect(url_for("teach.classes.show", class_id=class_id, _anchor="joining"), code=303)


@classes.post("/<int:class_id>/joining/close")
def close_joining(class_id: int) -> ResponseReturnValue:
    """Let nobody join any more."""
    open_own_class(class_id, teacher_id())
    with transaction():
        operations.close_joining(class_id)
    flash("Nobody can join by the code any more. Who has joined stays.", "done")
    return redirect(url_for("teach.classes.show", class_id=class_id, _anchor="joining"), code=303)


@classes.get("/<int:class_id>/wall")
def wall(class_id: int) -> ResponseReturnValue:
    """Show the code as large as a wall needs it."""
    room = open_own_class(class_id, teacher_id())
    if room.join_code is None or (room.join_expires_at is not None and room.join_expires_at <= now()):
        return redirect(url_for("teach.classes.show", class_id=class_id, _anchor="joining"), code=303)
    address = url_for("account.join.look", code=room.join_code, _external=True)
    return render_template("teach/classes/wall.html", room=room, address=address)
