"""Making an account."""

from __future__ import annotations

from flask import Blueprint, current_app, flash, render_template, request
from flask.typing import ResponseReturnValue

from quizapp.accounts import operations
from quizapp.accounts.errors import NameTaken
from quizapp.accounts.passwords import hash_password
from quizapp.storage.transaction import transaction
from quizapp.web.account.entering import enter, guest_here, guest_to_take_over, take_over
from quizapp.web.account.returning import asked_path, go_back
from quizapp.web.account.sign_up.forms import TAKEN, NewAccountForm
from quizapp.web.clock import now
from quizapp.web.csrf import keeps_typed
from quizapp.web.session import current_person

sign_up = Blueprint("sign_up", __name__)


@sign_up.get("/sign-up")
def show() -> ResponseReturnValue:
    """Show the form, or that sign-up is closed here."""
    if not current_app.config["SIGN_UP"]:
        return render_template("account/sign_up/closed.html")
    person = current_person()
    if person is not None and not person.is_guest:
        return go_back()
    return render_form(NewAccountForm(display_name=person.display_name if person else ""))


@sign_up.post("/sign-up")
@keeps_typed
def create() -> ResponseReturnValue:
    """Make the account and sign in with it."""
    if not current_app.config["SIGN_UP"]:
        return render_template("account/sign_up/closed.html"), 403
    form = NewAccountForm()
    if not form.validate():
        return render_form(form), 400
    guest = guest_to_take_over(form.take_over.data)
    hashed = hash_password(form.password.data)
    with transaction():
        operations.count_tries_of(operations.NEW_ACCOUNTS, request.remote_addr or "", now=now())
    try:
        with transaction():
            account = operations.sign_up(form.username.data, form.display_name.data, hashed, now=now())
            take_over(guest, account)
    except NameTaken:
        form.refuse("username", TAKEN)
        return render_form(form), 409
    enter(account, guest)
    flash(f"Welcome, {account.display_name}. Your account is made.", "done")
    return go_back()


def render_form(form: NewAccountForm) -> str:
    """Show the form as it stands."""
    return render_template("account/sign_up/show.html", form=form, guest=guest_here(), next=asked_path())
