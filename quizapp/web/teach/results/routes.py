"""How a quiz and its questions did, for everybody or for one class."""

from __future__ import annotations

from typing import get_args

from flask import Response, make_response, render_template, request, url_for

from quizapp.history.queries import ItemRow, Which, item_table, quiz_figures
from quizapp.interchange.item_sheet import item_sheet
from quizapp.quizzes.queries import open_own_quiz
from quizapp.quizzes.queries.edition import newest_title
from quizapp.teaching.queries import open_own_assignment, open_own_class
from quizapp.web.session import teacher_id
from quizapp.web.teach.results.blueprint import results

WAYS: tuple[Which, ...] = get_args(Which)


@results.get("/quizzes/<int:quiz_id>")
def quiz(quiz_id: int) -> str:
    """Show how a quiz of the teacher's own did, over everybody who took it."""
    open_own_quiz(quiz_id, teacher_id())
    return figures_page(quiz_id, None, back=url_for("teach.quizzes.show", quiz_id=quiz_id))


@results.get("/quizzes/<int:quiz_id>/items.csv")
def quiz_items(quiz_id: int) -> Response:
    """Send the item table of a quiz as a sheet."""
    open_own_quiz(quiz_id, teacher_id())
    return sheet(item_table(quiz_id, which=which_asked()), f"items-{quiz_id}.csv")


@results.get("/assignments/<int:assignment_id>")
def assignment(assignment_id: int) -> str:
    """Show how one class did in what was set to it."""
    one = open_own_assignment(assignment_id, teacher_id())
    name = open_own_class(one.class_id, teacher_id()).name
    return figures_page(one.quiz_id, assignment_id, of=name, back=url_for("teach.classes.show", class_id=one.class_id))


def figures_page(quiz_id: int, assignment_id: int | None, *, back: str, of: str = "") -> str:
    """Show the scores and the item table of the attempts that count."""
    which = which_asked()
    items = item_table(quiz_id, which=which, assignment_id=assignment_id)
    return render_template(
        "teach/results/quiz.html",
        title=newest_title(quiz_id),
        of=of,
        items=items,
        figures=quiz_figures(quiz_id, items, which=which, assignment_id=assignment_id),
        which=which,
        ways=WAYS,
        sheet=None if assignment_id else url_for("teach.results.quiz_items", quiz_id=quiz_id, which=which),
        back=back,
    )


def which_asked() -> Which:
    """Return which attempts the address asks for; the first of each learner unless it says another."""
    asked = request.args.get("which", "")
    return next((way for way in WAYS if way == asked), "first")


def sheet(items: tuple[ItemRow, ...], name: str) -> Response:
    """Send a table as a file."""
    response = make_response(item_sheet(items))
    response.mimetype = "text/csv"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
