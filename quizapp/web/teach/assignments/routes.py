"""What is set to a class: how far everybody is, its results released, taken back and set again."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.attempts import operations as attempts
from quizapp.attempts.queries.counts import editions_taken
from quizapp.attempts.queries.waiting import is_waited_for
from quizapp.attempts.rules import WITHHELD
from quizapp.history.queries.assignment import STATES, progress
from quizapp.storage.transaction import transaction
from quizapp.teaching import operations
from quizapp.teaching.queries import open_own_assignment
from quizapp.teaching.queries.assignments import SetQuiz, set_quiz
from quizapp.web.clock import now
from quizapp.web.session import teacher_id
from quizapp.web.teach.assignments.blueprint import assignments


@assignments.get("/<int:assignment_id>")
def show(assignment_id: int) -> ResponseReturnValue:
    """Show who has not started, who is working, and who has handed in."""
    open_own_assignment(assignment_id, teacher_id())
    row = set_quiz(assignment_id)
    state = request.args.get("state", "")
    state = state if state in STATES else ""
    return render_template(
        "teach/assignments/show.html",
        row=row,
        state=state,
        found=progress(row, state=state, page=request.args.get("page", 1, type=int)),
        waits=can_be_released(row),
        editions=editions_taken(row.quiz_id, assignment_id=assignment_id),
        time=now(),
    )


@assignments.post("/<int:assignment_id>/withdraw")
def withdraw(assignment_id: int) -> ResponseReturnValue:
    """Take it back from the class."""
    open_own_assignment(assignment_id, teacher_id())
    with transaction():
        operations.withdraw(assignment_id, now=now())
    flash(
        "It is taken back: nobody can begin it any more. What was answered is kept, and you can set it again.", "done"
    )
    return to_it(assignment_id)


@assignments.post("/<int:assignment_id>/set-again")
def set_again(assignment_id: int) -> ResponseReturnValue:
    """Set it again as it was."""
    open_own_assignment(assignment_id, teacher_id())
    with transaction():
        operations.set_again(assignment_id)
    flash("It is set again, with the same times.", "done")
    return to_it(assignment_id)


@assignments.post("/<int:assignment_id>/release")
def release(assignment_id: int) -> ResponseReturnValue:
    """Let the class see its results."""
    open_own_assignment(assignment_id, teacher_id())
    if not can_be_released(set_quiz(assignment_id)):
        flash("Nothing is held back: whoever has handed in sees the results already.", "done")
        return to_it(assignment_id)
    with transaction():
        attempts.release(assignment_id, now=now())
    flash("The results are released: everybody who handed in sees them now, with explanations and passages.", "done")
    return to_it(assignment_id)


def can_be_released(row: SetQuiz) -> bool:
    """Whether results are held back, or would be; the quiz may say something else by now than when it was taken."""
    return row.released_at is None and (row.shown in WITHHELD or is_waited_for(row.id))


def to_it(assignment_id: int) -> ResponseReturnValue:
    """Go to the page of what is set."""
    return redirect(url_for("teach.assignments.show", assignment_id=assignment_id), code=303)
