"""A class by its scores: the gradebook, one learner, one attempt."""

from __future__ import annotations

from typing import get_args

from flask import Response, abort, make_response, render_template, request

from quizapp.history.queries.given_answers import given_answers
from quizapp.history.queries.gradebook import Counts, Gradebook, gradebook
from quizapp.history.queries.learner_in_class import class_learner
from quizapp.interchange.spreadsheet import Cell, csv_text
from quizapp.teaching.queries import open_own_class
from quizapp.web.clock import now
from quizapp.web.session import teacher_id
from quizapp.web.teach.results.blueprint import results

WAYS: tuple[Counts, ...] = get_args(Counts)


@results.get("/classes/<int:class_id>")
def show_class(class_id: int) -> str:
    """Show the gradebook of a class."""
    room = open_own_class(class_id, teacher_id())
    book = gradebook(class_id, counts=counts_asked(), now=now())
    return render_template("teach/results/show_class.html", room=room, book=book, counts=counts_asked(), ways=WAYS)


@results.get("/classes/<int:class_id>/gradebook.csv")
def class_sheet(class_id: int) -> Response:
    """Send the gradebook as a sheet."""
    open_own_class(class_id, teacher_id())
    response = make_response(gradebook_sheet(gradebook(class_id, counts=counts_asked(), now=now())))
    response.mimetype = "text/csv"
    response.headers["Content-Disposition"] = f'attachment; filename="gradebook-{class_id}.csv"'
    return response


@results.get("/classes/<int:class_id>/learners/<int:person_id>")
def learner(class_id: int, person_id: int) -> str:
    """Show one learner of a class: every attempt at what was set to it."""
    room = open_own_class(class_id, teacher_id())
    return render_template("teach/results/learner.html", room=room, learner=class_learner(class_id, person_id))


@results.get("/classes/<int:class_id>/learners/<int:person_id>/attempts/<int:number>")
def attempt(class_id: int, person_id: int, number: int) -> str:
    """Show the answers of one attempt of a learner, with what is right."""
    room = open_own_class(class_id, teacher_id())
    person = class_learner(class_id, person_id)
    one = next((row for row in person.attempts if row.attempt_id == number), None) or abort(404)
    answers = given_answers(one.attempt_id)
    return render_template("teach/results/attempt.html", room=room, learner=person, attempt=one, answers=answers)


def counts_asked() -> Counts:
    """Return which of several attempts counts; the best unless the address says another."""
    asked = request.args.get("counts", "")
    return next((way for way in WAYS if way == asked), "best")


def gradebook_sheet(book: Gradebook) -> str:
    """Return a gradebook as CSV: percentages; what was not handed in is empty."""
    rows: list[list[Cell]] = [
        [line.name, *(cell.percent for cell in line.cells), line.average, line.overdue] for line in book.lines
    ]
    return csv_text(["learner", *(column.title for column in book.columns), "average", "overdue"], rows)
