"""A class by its scores: the gradebook, one learner, one attempt."""

from __future__ import annotations

from flask import Response, abort, render_template

from quizapp.core.statistics.calibration import judgement
from quizapp.history.queries.changes import beside_others, moved_in, told_in
from quizapp.history.queries.class_scores import class_scores
from quizapp.history.queries.documents_asked import documents_asked
from quizapp.history.queries.given_answers import given_answers
from quizapp.history.queries.gradebook import Gradebook, gradebook
from quizapp.history.queries.guessed import guessed_in
from quizapp.history.queries.known_in_class import knowledge_in_class
from quizapp.history.queries.learner_in_class import class_learner
from quizapp.history.queries.tries import tries_of
from quizapp.interchange.result_sheets import columns_as_sheet, gradebook_as_sheet
from quizapp.teaching.queries import open_own_class
from quizapp.teaching.queries.permission import OwnClass
from quizapp.web.clock import now
from quizapp.web.session import teacher_id
from quizapp.web.sheets import send_csv, send_xlsx
from quizapp.web.teach.results.asked import COUNTS, counts_asked, days_asked, within_asked
from quizapp.web.teach.results.blueprint import results


@results.get("/classes/<int:class_id>")
def show_class(class_id: int) -> str:
    """Show the gradebook of a class."""
    room = open_own_class(class_id, teacher_id())
    days = days_asked(room.time_zone)
    book = None if days.is_refused else book_asked(room)
    return render_template(
        "teach/results/show_class.html",
        room=room,
        book=book,
        days=days,
        counts=counts_asked(),
        ways=COUNTS,
        scores=class_scores(book) if book and book.columns else (),
        moved=moved_in(book) if book else (),
        guessed=guessed_in(class_id) if book and book.columns else {},
        documents=documents_asked(class_id, within=days.within) if book and book.columns else (),
    )


@results.get("/classes/<int:class_id>/gradebook.csv")
def class_sheet(class_id: int) -> Response:
    """Send the gradebook as a sheet."""
    room = open_own_class(class_id, teacher_id())
    return send_csv(gradebook_as_sheet(book_asked(room)), f"gradebook-{class_id}")


@results.get("/classes/<int:class_id>/gradebook.xlsx")
def class_book(class_id: int) -> Response:
    """Send the gradebook as a workbook, with what is set and when it is due."""
    room = open_own_class(class_id, teacher_id())
    book = book_asked(room)
    return send_xlsx([gradebook_as_sheet(book), columns_as_sheet(book, room.time_zone)], f"{room.name} gradebook")


@results.get("/classes/<int:class_id>/learners/<int:person_id>")
def learner(class_id: int, person_id: int) -> str:
    """Show one learner of a class beside the others: scores, facts, documents, and every attempt."""
    room = open_own_class(class_id, teacher_id())
    person = class_learner(class_id, person_id)
    days = days_asked(room.time_zone)
    counts = counts_asked()
    book = None if days.is_refused else book_asked(room)
    known = knowledge_in_class(class_id, person_id, counts=counts, within=days.within) if book else None
    return render_template(
        "teach/results/learner.html",
        room=room,
        learner=person,
        rows=beside_others(book, person_id) if book else (),
        told=told_in(book, person_id) if book else None,
        tries=tries_of(person.attempts),
        guessed=guessed_in(class_id, person_id).get(person_id),
        known=known,
        judged=judgement(known.said) if known else "",
        days=days,
        counts=counts,
        ways=COUNTS,
    )


@results.get("/classes/<int:class_id>/learners/<int:person_id>/attempts/<int:number>")
def attempt(class_id: int, person_id: int, number: int) -> str:
    """Show the answers of one attempt of a learner, with what is right."""
    room = open_own_class(class_id, teacher_id())
    person = class_learner(class_id, person_id)
    one = next((row for row in person.attempts if row.attempt_id == number), None) or abort(404)
    answers = given_answers(one.attempt_id)
    return render_template("teach/results/attempt.html", room=room, learner=person, attempt=one, answers=answers)


def book_asked(room: OwnClass) -> Gradebook:
    """Return the gradebook that an address asks for, with days that can be read."""
    return gradebook(room.id, counts=counts_asked(), now=now(), within=within_asked(room.time_zone))
