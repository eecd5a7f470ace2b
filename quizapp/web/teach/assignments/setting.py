"""Setting a quiz to classes, and setting it otherwise."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.attempts import operations as attempts
from quizapp.quizzes.errors import NoSuchQuiz
from quizapp.storage.transaction import transaction
from quizapp.teaching import operations
from quizapp.teaching.errors import RefusedEntry
from quizapp.teaching.queries import open_own_assignment, open_own_class
from quizapp.teaching.queries.assignable import AssignableQuiz, assignable
from quizapp.teaching.queries.assignments import set_quiz
from quizapp.teaching.queries.classes import ClassRow, classes_of
from quizapp.web.clock import now
from quizapp.web.csrf import keeps_typed
from quizapp.web.session import teacher_id
from quizapp.web.teach.assignments.blueprint import assignments
from quizapp.web.teach.assignments.forms import NO_QUIZ, AssignmentForm, ChangeForm

MOST_CLASSES = 500


@assignments.get("/new")
def new() -> ResponseReturnValue:
    """Ask which quiz is set to which class, and when."""
    form, quizzes, rooms = offered(AssignmentForm())
    form.quiz_id.data = request.args.get("quiz_id", type=int)
    asked = request.args.get("class_id", type=int)
    known = [room.id for room in rooms]
    form.class_ids.data = [asked] if asked in known else known[:1] if len(known) == 1 else []
    return render_new(form, quizzes, rooms)


@assignments.post("/new")
@keeps_typed
def create() -> ResponseReturnValue:
    """Set the quiz to each class, at the same hour of its own clock."""
    form, quizzes, rooms = offered(AssignmentForm())
    if not form.validate():
        return render_new(form, quizzes, rooms), 400
    try:
        made = set_to_all(form)
    except RefusedEntry as refusal:
        form.show_refusal(refusal)
        return render_new(form, quizzes, rooms), 400
    except NoSuchQuiz:
        form.refuse("quiz_id", NO_QUIZ)
        return render_new(form, quizzes, rooms), 400
    flash("The quiz is set. Your pupils find it on their first page from the moment it opens.", "done")
    if len(made) > 1:
        return redirect(url_for("teach.classes.index"), code=303)
    return redirect(url_for("teach.assignments.show", assignment_id=made[0]), code=303)


@assignments.get("/<int:assignment_id>/edit")
def edit(assignment_id: int) -> ResponseReturnValue:
    """Show what is set in a form."""
    open_own_assignment(assignment_id, teacher_id())
    row = set_quiz(assignment_id)
    form = ChangeForm(feedback=row.feedback)
    form.tell_of([row.quiz_feedback])
    form.show_moment("opens", row.opens_at, row.time_zone)
    form.show_moment("due", row.due_at, row.time_zone)
    form.show_moment("closes", row.closes_at, row.time_zone)
    return render_template("teach/assignments/edit.html", form=form, row=row)


@assignments.post("/<int:assignment_id>/edit")
@keeps_typed
def change(assignment_id: int) -> ResponseReturnValue:
    """Set it otherwise, also for whoever is working on it."""
    open_own_assignment(assignment_id, teacher_id())
    row = set_quiz(assignment_id)
    form = ChangeForm()
    form.tell_of([row.quiz_feedback])
    if not form.validate():
        return render_template("teach/assignments/edit.html", form=form, row=row), 400
    try:
        times = form.times(row.time_zone, now())
        with transaction():
            attempts.set_otherwise(assignment_id, times, feedback=form.feedback.data, now=now())
    except RefusedEntry as refusal:
        form.show_refusal(refusal)
        return render_template("teach/assignments/edit.html", form=form, row=row), 400
    flash("It is set like this now, also for whoever is working on it.", "done")
    return redirect(url_for("teach.assignments.show", assignment_id=assignment_id), code=303)


def offered(form: AssignmentForm) -> tuple[AssignmentForm, tuple[AssignableQuiz, ...], tuple[ClassRow, ...]]:
    """Return the form with what this teacher can set and to whom."""
    quizzes = assignable(teacher_id())
    rooms = classes_of(teacher_id(), size=MOST_CLASSES).rows
    form.offer(quizzes, rooms)
    return form, quizzes, rooms


def set_to_all(form: AssignmentForm) -> list[int]:
    """Set the quiz to every class that was chosen, or to none; raises what teaching.operations.assign does."""
    rooms = [open_own_class(class_id, teacher_id()) for class_id in form.class_ids.data]
    times = {room.id: form.times(room.time_zone, now()) for room in rooms}
    with transaction():
        return [
            operations.assign(form.quiz_id.data, room.id, times[room.id], feedback=form.feedback.data, now=now())
            for room in rooms
        ]


def render_new(form: AssignmentForm, quizzes: tuple[AssignableQuiz, ...], rooms: tuple[ClassRow, ...]) -> str:
    """Show the form as it stands."""
    chosen = {room.time_zone for room in rooms if room.id in (form.class_ids.data or [])}
    zones = chosen or {room.time_zone for room in rooms}
    return render_template("teach/assignments/new.html", form=form, quizzes=quizzes, rooms=rooms, zones=sorted(zones))
