"""Putting questions into a quiz: chosen from the bank by hand, or drawn."""

from __future__ import annotations

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from quizapp.banks.queries.search import QuestionFilter, find_questions
from quizapp.banks.rules import ACCEPTED
from quizapp.history.queries.difficulty import LEVELS, questions_of_level
from quizapp.quizzes import operations
from quizapp.quizzes.arranging import MOST_DRAWN, MOST_QUESTIONS, Chosen
from quizapp.quizzes.errors import NotChoosable, StaleDraft, TooManyQuestions
from quizapp.quizzes.queries import Composer, documents_of_bank
from quizapp.quizzes.queries.draw import DrawWish, drawn_questions
from quizapp.storage.transaction import transaction
from quizapp.web.clock import now
from quizapp.web.given import whole
from quizapp.web.session import teacher_id
from quizapp.web.teach.quizzes.blueprint import quizzes
from quizapp.web.teach.quizzes.composing import CHANGED
from quizapp.web.teach.quizzes.forms import USUAL, filter_values
from quizapp.web.teach.quizzes.page import KIND_CHOICES, open_quiz
from quizapp.web.teach.quizzes.undo import remember

PAGE_SIZE = 30
NOT_THERE = "One of these questions is not accepted any more, so none was added. Load the page again and choose."
TOO_MANY = f"A quiz holds at most {MOST_QUESTIONS} questions, so none was added."
NOTHING_CHOSEN = "Nothing was added: tick the questions you want first."
NONE_SO_HARD = "No further question is known to be so hard: that shows once ten answers to one have been given."
NOTHING_MORE = "There is no further question of that sort that would not repeat one of the quiz, or give one away."


@quizzes.get("/<int:quiz_id>/choose")
def choose(quiz_id: int) -> str:
    """Show the bank's accepted questions to choose from."""
    quiz = open_quiz(quiz_id)
    values = filter_values(request.args)
    found = find_questions(
        quiz.bank_id,
        QuestionFilter(**values, state=ACCEPTED),
        page=whole(request.args.get("page", "")) or 1,
        size=PAGE_SIZE,
    )
    return render_template(
        "teach/quizzes/choose.html",
        quiz=quiz,
        found=found,
        wanted=values,
        documents=documents_of_bank(quiz.bank_id),
        kind_choices=KIND_CHOICES,
        held={question.question_id: question.number for question in quiz.questions},
        slots={question.slot: question.number for question in quiz.questions},
    )


@quizzes.post("/<int:quiz_id>/choose")
def add(quiz_id: int) -> Response:
    """Put the ticked questions behind those of the quiz."""
    quiz = open_quiz(quiz_id)
    ticked = [number for text in request.form.getlist("question") if (number := whole(text)) is not None]
    added = put_in(quiz, ticked) if ticked else None
    if added is None:
        flash(NOTHING_CHOSEN, "error")
    elif added:
        flash(f"{counted(added)} added. The quiz holds {len(quiz.questions) + added} now.", "done")
    back = {name: value for name, value in filter_values(request.form).items() if value}
    return redirect(url_for(".choose", quiz_id=quiz_id, page=whole(request.form.get("page", "")), **back), 303)


@quizzes.post("/<int:quiz_id>/draw")
def draw(quiz_id: int) -> Response:
    """Draw questions, beside those of the quiz or in their stead."""
    quiz = open_quiz(quiz_id)
    instead = "instead" in request.form
    number = whole(request.form.get("number", "")) or 1
    wanted = QuestionFilter(**filter_values(request.form))
    wish = DrawWish(count_wished(quiz, instead=instead), wanted, number, as_hard(quiz.bank_id))
    held = [] if instead else [question.question_id for question in quiz.questions]
    drawn = drawn_questions(quiz.bank_id, wish, held=held)
    if not drawn:
        flash(NOTHING_MORE if wish.among is None else NONE_SO_HARD, "error")
        return redirect(url_for(".show", quiz_id=quiz_id, _anchor="add"), 303)
    if instead:
        replace_all(quiz, drawn)
    elif added := put_in(quiz, drawn):
        remember(quiz, f"{counted(added)} drawn.")
        flash_fewer(added, wish.count)
    return redirect(url_for(".show", quiz_id=quiz_id, drawn=number if instead else None, _anchor="questions"), 303)


def as_hard(bank_id: int) -> frozenset[int] | None:
    """Return the questions that are as hard as wished; None where any will do."""
    level = request.form.get("level", "")
    return questions_of_level(bank_id, level) if level in LEVELS else None


def count_wished(quiz: Composer, *, instead: bool) -> int:
    """Return how many are to be drawn: in the stead of all, as many as there were."""
    if instead:
        return min(max(1, quiz.slots), MOST_DRAWN)
    return min(whole(request.form.get("count", "")) or USUAL, MOST_DRAWN)


def put_in(quiz: Composer, ids: list[int]) -> int:
    """Add questions, or say why not; return how many were new."""
    try:
        with transaction():
            added = operations.add_questions(quiz.quiz_id, teacher_id(), ids, revision=None, now=now())
    except NotChoosable:
        flash(NOT_THERE, "error")
    except TooManyQuestions:
        flash(TOO_MANY, "error")
    else:
        if added:
            remember(quiz, f"{counted(added)} added.")
        return added
    return 0


def replace_all(quiz: Composer, ids: list[int]) -> None:
    """Let the quiz hold these questions and no others, unless it was changed meanwhile."""
    revision: Any = whole(request.form.get("revision", "")) or 0
    items = [Chosen(question) for question in ids]
    try:
        with transaction():
            operations.put_questions(quiz.quiz_id, teacher_id(), items, revision=revision, now=now())
    except StaleDraft:
        flash(CHANGED, "error")
    else:
        remember(quiz, f"{counted(len(ids))} drawn in the stead of the others.")


def flash_fewer(added: int, wished: int) -> None:
    """Say that fewer were to be had than were wished."""
    if added < wished:
        flash(f"Only {counted(added)} could be drawn: no more would go together with those of the quiz.")


def counted(count: int) -> str:
    """Return a number of questions in words."""
    return "1 question" if count == 1 else f"{count} questions"
