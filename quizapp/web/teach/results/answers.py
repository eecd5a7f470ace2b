"""Every answer of a class as a file."""

from __future__ import annotations

from flask import Response

from quizapp.history.queries.class_answers import class_answers
from quizapp.interchange.answers.sheet import answers_as_sheet
from quizapp.teaching.queries import open_own_assignment
from quizapp.teaching.queries.assignments import set_quiz
from quizapp.web.session import teacher_id
from quizapp.web.sheets import send_csv
from quizapp.web.teach.results.blueprint import results


@results.get("/assignments/<int:assignment_id>/answers.csv")
def assignment_answers(assignment_id: int) -> Response:
    """Send every answer to what was set to a class, as `quizapp load-answers` reads them."""
    open_own_assignment(assignment_id, teacher_id())
    one = set_quiz(assignment_id)
    return send_csv(answers_as_sheet(class_answers(assignment_id)), f"{one.class_name} {one.title} answers")
