"""One learner of what is set: other times, also where an attempt is open already."""

from __future__ import annotations

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from quizapp.attempts import operations as attempts
from quizapp.history.queries.assignment import progress_of_one
from quizapp.storage.transaction import transaction
from quizapp.teaching.errors import NoSuchMember, RefusedEntry
from quizapp.teaching.operations.accommodations import Arrangement
from quizapp.teaching.queries import open_own_assignment
from quizapp.teaching.queries.assignments import arrangements, set_quiz
from quizapp.web.clock import now
from quizapp.web.csrf import keeps_typed
from quizapp.web.session import teacher_id
from quizapp.web.teach.assignments.blueprint import assignments
from quizapp.web.teach.assignments.forms import LearnerForm


@assignments.get("/<int:assignment_id>/people/<int:person_id>")
def learner(assignment_id: int, person_id: int) -> ResponseReturnValue:
    """Show how far one learner is, and what was arranged for them."""
    open_own_assignment(assignment_id, teacher_id())
    own = arrangements(assignment_id, [person_id]).get(person_id)
    zone = set_quiz(assignment_id).time_zone
    form = LearnerForm(time_percent=own.time_percent if own else 100)
    for name, moment in (("opens", own.opens_at), ("due", own.due_at), ("closes", own.closes_at)) if own else ():
        form.show_moment(name, moment, zone)
    return render_form(form, assignment_id, person_id)


@assignments.post("/<int:assignment_id>/people/<int:person_id>")
@keeps_typed
def arrange(assignment_id: int, person_id: int) -> ResponseReturnValue:
    """Give one learner other times."""
    open_own_assignment(assignment_id, teacher_id())
    form = LearnerForm()
    if not form.validate():
        return render_form(form, assignment_id, person_id), 400
    try:
        arrangement = Arrangement(**form.own(set_quiz(assignment_id).time_zone))
        with transaction():
            attempts.accommodate(assignment_id, person_id, arrangement, now=now())
    except RefusedEntry as refusal:
        form.show_refusal(refusal)
        return render_form(form, assignment_id, person_id), 400
    flash("This is arranged, also for an attempt that is open.", "done")
    return redirect(url_for("teach.assignments.learner", assignment_id=assignment_id, person_id=person_id), code=303)


def render_form(form: LearnerForm, assignment_id: int, person_id: int) -> str:
    """Show the form as it stands; NoSuchMember for who does not belong to the class."""
    row = set_quiz(assignment_id)
    one = progress_of_one(row, person_id)
    if one is None:
        raise NoSuchMember
    return render_template("teach/assignments/learner.html", form=form, row=row, one=one)
