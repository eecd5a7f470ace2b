"""A teacher's banks: the list, one of them, a new one, what is said of it, copies and the archive."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from quizapp.banks.errors import NoSuchBank
from quizapp.banks.operations.bank import make_bank
from quizapp.banks.operations.copy import copy_bank
from quizapp.banks.operations.description import archive_bank, describe_bank, restore_bank
from quizapp.banks.queries import OpenBank, open_bank
from quizapp.banks.queries.banks import banks_of
from quizapp.storage.transaction import transaction
from quizapp.web.clock import now
from quizapp.web.csrf import keeps_typed
from quizapp.web.given import whole
from quizapp.web.session import teacher_id
from quizapp.web.teach.banks.blueprint import banks
from quizapp.web.teach.banks.forms import BankForm
from quizapp.web.teach.banks.page import bank_page


@banks.get("/")
def index() -> str:
    """Show the banks that the teacher may read, or those put away."""
    archived = "archived" in request.args
    page = banks_of(teacher_id(), archived=archived, page=whole(request.args.get("page", "")) or 1)
    return render_template("teach/banks/index.html", list=page, archived=archived)


@banks.get("/new")
def new() -> str:
    """Ask what a new bank is about."""
    return render_template("teach/banks/new.html", form=BankForm())


@banks.post("/")
@keeps_typed
def create() -> ResponseReturnValue:
    """Make an empty bank."""
    form = BankForm()
    if not form.validate():
        return render_template("teach/banks/new.html", form=form), 400
    with transaction():
        bank_id = make_bank(teacher_id(), form.title.data, now())
        describe(bank_id, form)
    flash(f"The bank “{form.title.data}” is made. Now give it a document.", "done")
    return redirect(url_for("teach.documents.new", bank_id=bank_id), 303)


@banks.get("/<int:bank_id>")
def show(bank_id: int) -> Response:
    """Show a bank: its documents, its quizzes and its questions."""
    return bank_page(bank_id)


@banks.get("/<int:bank_id>/edit")
def edit(bank_id: int) -> str:
    """Ask what is to be said of a bank."""
    bank = own_bank(bank_id)
    return render_template("teach/banks/edit.html", bank=bank, form=BankForm(obj=bank))


@banks.post("/<int:bank_id>/edit")
@keeps_typed
def update(bank_id: int) -> ResponseReturnValue:
    """Change what is said of a bank."""
    bank, form = own_bank(bank_id), BankForm()
    if not form.validate():
        return render_template("teach/banks/edit.html", bank=bank, form=form), 400
    with transaction():
        describe(bank_id, form)
    flash("Changed.", "done")
    return redirect(url_for(".show", bank_id=bank_id), 303)


@banks.post("/<int:bank_id>/archive")
def archive(bank_id: int) -> Response:
    """Put a bank away."""
    bank = own_bank(bank_id)
    with transaction():
        archive_bank(bank_id, now=now())
    flash(f"“{bank.title}” is put away. Its quizzes stay as they are, and you can take it back at any time.", "done")
    return redirect(url_for(".show", bank_id=bank_id), 303)


@banks.post("/<int:bank_id>/restore")
def restore(bank_id: int) -> Response:
    """Take a bank back into use."""
    bank = own_bank(bank_id)
    with transaction():
        restore_bank(bank_id)
    flash(f"“{bank.title}” is in use again.", "done")
    return redirect(url_for(".show", bank_id=bank_id), 303)


@banks.post("/<int:bank_id>/copy")
def copy(bank_id: int) -> Response:
    """Copy a bank the teacher may read, for her to edit."""
    bank = open_bank(bank_id, teacher_id())
    with transaction():
        copy_id = copy_bank(bank_id, teacher_id(), now=now())
    flash(f"This is your copy of “{bank.title}”. What you change here changes nothing in the original.", "done")
    return redirect(url_for(".show", bank_id=copy_id), 303)


def own_bank(bank_id: int) -> OpenBank:
    """Return a bank of the teacher's own; to those it is shared with, what only its owner does is not there."""
    bank = open_bank(bank_id, teacher_id(), to_edit=True)
    if not bank.is_own:
        raise NoSuchBank
    return bank


def describe(bank_id: int, form: BankForm) -> None:
    """Keep what a form says of a bank."""
    describe_bank(bank_id, title=form.title.data, description=form.description.data, level=form.level.data)
