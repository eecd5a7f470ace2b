"""The editor: a question as it is, what was typed, and saving it."""

from __future__ import annotations

from flask import make_response, render_template
from werkzeug.wrappers import Response

from quizapp.banks import queries
from quizapp.banks.queries.review_item import review_item
from quizapp.web.csrf import keeps_typed
from quizapp.web.session import teacher_id
from quizapp.web.teach.questions import history
from quizapp.web.teach.questions.blueprint import questions
from quizapp.web.teach.questions.buttons import ACCEPT, SAVE, change_form, pressed
from quizapp.web.teach.questions.opening import desk_of, new_desk, take_typed
from quizapp.web.teach.questions.page import Desk, editor_page
from quizapp.web.teach.questions.saving import save

__all__ = ["history", "questions"]


@questions.get("/questions/<int:question_id>/edit")
def edit(question_id: int) -> Response:
    """Show a question in the editor; one that may only be read is shown as it is, with the way to a copy."""
    bank = queries.bank_of_question(question_id, teacher_id())
    if not bank.may_edit:
        page = render_template("teach/questions/read_only.html", bank=bank, item=review_item(question_id))
        return make_response(page)
    return editor_page(at_its_words(desk_of(question_id)))


@questions.post("/questions/<int:question_id>/edit")
@keeps_typed
def change(question_id: int) -> Response:
    """Save what was typed as a new version, or change the form as a button asks."""
    return answered(desk_of(question_id))


@questions.get("/banks/<int:bank_id>/questions/new")
def new(bank_id: int) -> Response:
    """Show an empty question of a kind in the editor."""
    return editor_page(at_its_words(new_desk(bank_id)))


@questions.post("/banks/<int:bank_id>/questions/new")
@keeps_typed
def create(bank_id: int) -> Response:
    """Keep a new question, or change its form as a button asks."""
    return answered(new_desk(bank_id))


def at_its_words(desk: Desk) -> Desk:
    """Begin in the words of the question, ready to type."""
    desk.focus = "stem"
    return desk


def answered(desk: Desk) -> Response:
    """Do what the pressed button says with what was typed."""
    take_typed(desk)
    act, _, _ = pressed()
    if act in {SAVE, ACCEPT}:
        return save(desk, accepting=act == ACCEPT)
    change_form(desk)
    return editor_page(desk)
