"""A teacher's quizzes: the list, a new one, and the composer."""

from __future__ import annotations

from itertools import chain

from flask import flash, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from quizapp.attempts.queries.counts import attempt_counts
from quizapp.banks.queries import open_bank
from quizapp.banks.queries.search import QuestionFilter, ids_of_questions
from quizapp.banks.rules import ACCEPTED
from quizapp.quizzes import operations
from quizapp.quizzes.errors import RefusedSettings
from quizapp.quizzes.queries import documents_of_bank
from quizapp.quizzes.queries.draw import DrawWish, drawn_questions
from quizapp.quizzes.queries.own import askable_banks, own_quizzes
from quizapp.quizzes.settings import QuizSettings
from quizapp.storage.transaction import transaction
from quizapp.web.clock import now
from quizapp.web.csrf import csrf_problem, keeps_typed
from quizapp.web.given import whole
from quizapp.web.session import teacher_id
from quizapp.web.teach.quizzes.blueprint import quizzes
from quizapp.web.teach.quizzes.forms import NewForm, read_new
from quizapp.web.teach.quizzes.page import composer_page

SHOW_DOCUMENTS = "documents"
OTHER_DOCUMENTS = "These are the documents of the bank that you chose now: tick those to draw from, or none for all."


@quizzes.get("/")
def index() -> str:
    """Show the teacher's quizzes."""
    archived = "archived" in request.args
    page = own_quizzes(teacher_id(), page=whole(request.args.get("page", "")) or 1, archived=archived)
    counts = attempt_counts([entry.quiz_id for entry in page.entries])
    return render_template("teach/quizzes/index.html", list=page, counts=counts, archived=archived)


@quizzes.get("/new")
def new() -> Response:
    """Ask for a title, and whether questions are to be drawn or chosen."""
    return new_page(NewForm(bank_id=whole(request.args.get("bank_id", ""))))


@quizzes.post("/")
@keeps_typed
def create() -> Response:
    """Begin a quiz, with questions drawn where that is wished."""
    form = read_new(request.form)
    if request.form.get("act") == SHOW_DOCUMENTS and not csrf_problem():
        return new_page(form.with_messages({}))
    if csrf_problem() or form.messages:
        return new_page(form, 400 if csrf_problem() else 422)
    bank = open_bank(form.bank_id or 0, teacher_id())
    if form.draws and not form.documents <= {document_id for document_id, _ in documents_of_bank(bank.id)}:
        return new_page(form.with_messages({"document_id": OTHER_DOCUMENTS}), 422)
    drawn = drawn_questions(bank.id, wish_of(form, bank.id)) if form.draws else []
    try:
        with transaction():
            quiz_id = operations.begin_quiz(bank.id, teacher_id(), QuizSettings(form.title), drawn, now=now())
    except RefusedSettings as refused:
        return new_page(form.with_messages(refused.messages), 422)
    if not form.draws:
        return redirect(url_for(".choose", quiz_id=quiz_id), 303)
    if len(drawn) < form.count:
        where = "What you chose" if form.documents else "The bank"
        flash(f"{where} has {len(drawn)} accepted questions that go together, so {len(drawn)} were drawn.")
    return redirect(url_for(".show", quiz_id=quiz_id, drawn=1), 303)


@quizzes.get("/<int:quiz_id>")
def show(quiz_id: int) -> Response:
    """Show the composer: the questions, what to look at before publishing, and what comes after."""
    return composer_page(quiz_id)


def wish_of(form: NewForm, bank_id: int) -> DrawWish:
    """Return what is to be drawn: questions on the documents that were chosen, or on any of the bank's."""
    if not form.documents:
        return DrawWish(form.count)
    wanted = (QuestionFilter(document_id=document_id, state=ACCEPTED) for document_id in form.documents)
    return DrawWish(form.count, among=frozenset(chain.from_iterable(ids_of_questions(bank_id, one) for one in wanted)))


def new_page(form: NewForm, status: int = 200) -> Response:
    """Show the form of a new quiz with what was typed."""
    banks = askable_banks(teacher_id())
    chosen = next((bank for bank in banks if bank.bank_id == form.bank_id), banks[0] if len(banks) == 1 else None)
    documents = documents_of_bank(chosen.bank_id) if chosen else ()
    page = render_template("teach/quizzes/new.html", form=form, banks=banks, bank=chosen, documents=documents)
    return make_response(page, status)
