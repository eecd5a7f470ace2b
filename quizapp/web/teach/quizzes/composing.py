"""Changing the questions of a quiz: their order, their points, one out, the last change taken back."""

from __future__ import annotations

from flask import flash, redirect, request, url_for
from werkzeug.wrappers import Response

from quizapp.quizzes import operations
from quizapp.quizzes.arranging import Arrangement
from quizapp.quizzes.errors import NotChoosable, StaleDraft
from quizapp.quizzes.queries import Composer
from quizapp.quizzes.queries.draw import DrawWish, drawn_questions
from quizapp.storage.transaction import transaction
from quizapp.web.clock import now
from quizapp.web.csrf import csrf_problem, keeps_typed
from quizapp.web.session import teacher_id
from quizapp.web.teach.quizzes.blueprint import quizzes
from quizapp.web.teach.quizzes.forms import EXCHANGE, ArrangeForm, read_arrange
from quizapp.web.teach.quizzes.page import composer_page, open_quiz
from quizapp.web.teach.quizzes.undo import forget, questions_before, remember

CHANGED = (
    "The quiz was changed meanwhile, in another window. Nothing was saved here: this is how it stands now, "
    "with the points you typed. Look at it, and do again what you wanted."
)
NO_OTHER = (
    "There is no further question in the bank that would not repeat one of the quiz, or give one away. "
    "Nothing was changed."
)
OVER = "That cannot be taken back any more: the quiz was changed since."


@quizzes.post("/<int:quiz_id>/questions")
@keeps_typed
def arrange(quiz_id: int) -> Response:
    """Put the questions in order, weigh them, move one or take one out."""
    form = read_arrange(request.form)
    quiz = open_quiz(quiz_id)
    if csrf_problem() or (form.messages and form.act != "remove"):
        status = 400 if csrf_problem() else 422
        return composer_page(quiz_id, typed=form.typed, messages=form.messages, status=status)
    other = another_for(form, quiz) if form.act == EXCHANGE else None
    if form.act == EXCHANGE and other is None:
        return composer_page(quiz_id, message=NO_OTHER, typed=form.typed, status=409)
    try:
        with transaction():
            keep(form, quiz, other)
    except (StaleDraft, NotChoosable):
        return composer_page(quiz_id, message=f"{CHANGED}{meanwhile(form, quiz)}", typed=form.typed, status=409)
    remember(quiz, done(form, quiz))
    here = other or next_place(form, quiz)
    anchor = f"q{here}" if here else "questions"
    return redirect(url_for(".show", quiz_id=quiz_id, at=here, went=here and form.act, _anchor=anchor), 303)


def another_for(form: ArrangeForm, quiz: Composer) -> int | None:
    """Return a question to stand in the stead of the one named, beside all others; None where there is none."""
    held = [question.question_id for question in quiz.questions]
    if form.question_id not in held:
        return None
    drawn = drawn_questions(quiz.bank_id, DrawWish(1, number=quiz.revision + 1), held=held)
    return drawn[0] if drawn else None


def keep(form: ArrangeForm, quiz: Composer, other: int | None) -> None:
    """Keep what was done to the list."""
    if other is None or form.question_id is None:
        operations.arrange_questions(quiz.quiz_id, teacher_id(), wanted(form), revision=form.revision, now=now())
        return
    operations.exchange_question(
        quiz.quiz_id, teacher_id(), wanted(form), form.question_id, other, revision=form.revision, now=now()
    )


@quizzes.post("/<int:quiz_id>/undo")
def undo(quiz_id: int) -> Response:
    """Take back the last change to the questions, if nothing was changed since."""
    quiz = open_quiz(quiz_id)
    before = questions_before(quiz_id)
    try:
        if before is None:
            raise StaleDraft
        items, revision = before
        with transaction():
            operations.put_questions(quiz_id, teacher_id(), items, revision=revision, now=now())
    except (StaleDraft, NotChoosable):
        flash(OVER, "error")
    else:
        remember(quiz, "Taken back.")
    return redirect(url_for(".show", quiz_id=quiz_id, _anchor="questions"), 303)


@quizzes.post("/<int:quiz_id>/seen")
def seen(quiz_id: int) -> Response:
    """Note that the teacher has seen what its questions say now."""
    with transaction():
        operations.take_newest(quiz_id, teacher_id(), now=now())
    forget()
    return redirect(url_for(".show", quiz_id=quiz_id, _anchor="checks"), 303)


def wanted(form: ArrangeForm) -> Arrangement:
    """Return how the questions are to stand."""
    by = {"up": -1, "down": 1}.get(form.act, 0)
    return Arrangement(
        order=form.order,
        points=form.points,
        moved=form.question_id if by else None,
        by=by,
        removed=form.question_id if form.act == "remove" else None,
    )


def next_place(form: ArrangeForm, quiz: Composer) -> int | None:
    """Return the question at which to go on: the one that was moved, or the neighbour of the one taken out."""
    if form.act in {"up", "down"}:
        return form.question_id
    ids = [question.question_id for question in quiz.questions]
    if form.act != "remove" or form.question_id not in ids:
        return None
    place = ids.index(form.question_id)
    rest = [*ids[place + 1 : place + 2], *ids[max(0, place - 1) : place]]
    return rest[0] if rest else None


def meanwhile(form: ArrangeForm, quiz: Composer) -> str:
    """Say what came and what went since the page was shown that a form comes from."""
    shown, now_there = set(form.order), {question.question_id for question in quiz.questions}
    came, went = len(now_there - shown), len(shown - now_there)
    if not form.order or not (came or went):
        return ""
    return f" Since then {came} came in and {went} went out."


def done(form: ArrangeForm, quiz: Composer) -> str:
    """Say what was done."""
    number = next((one.number for one in quiz.questions if one.question_id == form.question_id), None)
    if form.act == "remove" and number:
        return f"Question {number} was taken out."
    if form.act == EXCHANGE and number:
        return f"Question {number} was exchanged for another one."
    if form.act in {"up", "down"} and number:
        return f"Question {number} was moved {form.act}."
    return "Order and points are saved."
