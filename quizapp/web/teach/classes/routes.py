"""Classes and who is in them."""

from __future__ import annotations

from flask import current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.history.queries.assignment import counts_of
from quizapp.history.queries.under_way import last_attempts
from quizapp.history.queries.worth_a_look import worth_a_look
from quizapp.storage.transaction import transaction
from quizapp.teaching import operations
from quizapp.teaching.errors import RefusedEntry
from quizapp.teaching.queries import open_own_class
from quizapp.teaching.queries.assignments import set_to_class
from quizapp.teaching.queries.classes import classes_of, latest_zone
from quizapp.teaching.queries.roster import roster
from quizapp.teaching.rules import zones
from quizapp.web.clock import now
from quizapp.web.csrf import keeps_typed
from quizapp.web.session import teacher_id
from quizapp.web.teach.classes.blueprint import classes
from quizapp.web.teach.classes.forms import ClassForm, JoiningForm


@classes.get("/")
def index() -> ResponseReturnValue:
    """Show the teacher's classes, those in use or those put away."""
    archived = "archived" in request.args
    page = request.args.get("page", 1, type=int)
    listed = classes_of(teacher_id(), archived=archived, page=page)
    others = classes_of(teacher_id(), archived=not archived, size=1).total
    return render_template("teach/classes/index.html", listed=listed, archived=archived, others=others, time=now())


@classes.get("/new")
def new() -> ResponseReturnValue:
    """Ask what a class is called and where it lives."""
    return render_form(ClassForm(time_zone=latest_zone(teacher_id())))


@classes.post("/new")
@keeps_typed
def create() -> ResponseReturnValue:
    """Make a class."""
    form = ClassForm()
    if not form.validate():
        return render_form(form), 400
    try:
        with transaction():
            made = operations.make_class(teacher_id(), form.name.data, form.time_zone.data, now=now())
    except RefusedEntry as refusal:
        form.refuse(refusal.field, str(refusal))
        return render_form(form), 400
    flash("The class is made. Now let your pupils join it, or add them from a list.", "done")
    return redirect(url_for("teach.classes.show", class_id=made), code=303)


@classes.get("/<int:class_id>")
def show(class_id: int) -> ResponseReturnValue:
    """Show a class: what is set to it, how it is joined, and who is in it."""
    room = open_own_class(class_id, teacher_id())
    people = roster(class_id, removed="removed" in request.args, page=request.args.get("page", 1, type=int))
    assignments = set_to_class(class_id, page=request.args.get("set", 1, type=int))
    return render_template(
        "teach/classes/show.html",
        room=room,
        people=people,
        removed="removed" in request.args,
        taken_out=roster(class_id, removed=True, size=1).total,
        assignments=assignments,
        counts=counts_of([row.id for row in assignments.rows]),
        last=last_attempts(class_id, [row.person_id for row in people.rows]),
        look=worth_a_look(class_id, now=now()) if assignments.total else (),
        joining=JoiningForm(),
        can_join=room.join_code is not None and (room.join_expires_at is None or room.join_expires_at > now()),
        sign_up_is_open=current_app.config["SIGN_UP"],
        time=now(),
    )


@classes.get("/<int:class_id>/edit")
def edit(class_id: int) -> ResponseReturnValue:
    """Show the class's name and zone in a form."""
    room = open_own_class(class_id, teacher_id())
    return render_form(ClassForm(name=room.name, time_zone=room.time_zone), class_id)


@classes.post("/<int:class_id>/edit")
@keeps_typed
def change(class_id: int) -> ResponseReturnValue:
    """Give the class another name or zone."""
    open_own_class(class_id, teacher_id())
    form = ClassForm()
    if not form.validate():
        return render_form(form, class_id), 400
    try:
        with transaction():
            operations.change_class(class_id, form.name.data, form.time_zone.data)
    except RefusedEntry as refusal:
        form.refuse(refusal.field, str(refusal))
        return render_form(form, class_id), 400
    flash("The class is changed.", "done")
    return redirect(url_for("teach.classes.show", class_id=class_id), code=303)


@classes.post("/<int:class_id>/archive")
def archive(class_id: int) -> ResponseReturnValue:
    """Put a class away."""
    room = open_own_class(class_id, teacher_id())
    with transaction():
        operations.archive_class(class_id, now=now())
    flash(f"{room.name} is put away: its pupils see it no more, and nothing is lost. You can bring it back.", "done")
    return redirect(url_for("teach.classes.show", class_id=class_id), code=303)


@classes.post("/<int:class_id>/unarchive")
def unarchive(class_id: int) -> ResponseReturnValue:
    """Bring a class back."""
    room = open_own_class(class_id, teacher_id())
    with transaction():
        operations.unarchive_class(class_id)
    flash(f"{room.name} is back, with its people and what was set to it. Joining it is closed.", "done")
    return redirect(url_for("teach.classes.show", class_id=class_id), code=303)


def render_form(form: ClassForm, class_id: int | None = None) -> str:
    """Show the form as it stands, for a new class or for one that is there."""
    room = open_own_class(class_id, teacher_id()) if class_id is not None else None
    return render_template("teach/classes/edit.html", form=form, room=room, zones=zones())
