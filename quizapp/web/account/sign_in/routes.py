"""Signing in."""

from __future__ import annotations

from flask import Blueprint, current_app, render_template, request
from flask.typing import ResponseReturnValue

from quizapp.accounts import operations, queries
from quizapp.accounts.errors import TooManyTries, WrongPassword
from quizapp.accounts.passwords import hash_password, needs_new_hash
from quizapp.accounts.queries import SignedIn, Verified
from quizapp.storage.transaction import transaction
from quizapp.web.account.entering import enter, guest_here, guest_to_take_over, take_over
from quizapp.web.account.returning import asked_path, go_back, kept_fields
from quizapp.web.account.sign_in.forms import NOT_RIGHT, TOO_MANY, SignInForm
from quizapp.web.clock import now
from quizapp.web.csrf import keeps_typed
from quizapp.web.session import current_person

sign_in = Blueprint("sign_in", __name__)


@sign_in.get("/sign-in")
def show() -> ResponseReturnValue:
    """Show the form to whoever is not signed in with an account."""
    person = current_person()
    if person is not None and not person.is_guest:
        return go_back()
    return render_form(SignInForm())


@sign_in.post("/sign-in")
@keeps_typed
def enter_account() -> ResponseReturnValue:
    """Sign in, and go on where one was."""
    form = SignInForm()
    if not form.validate():
        return render_form(form), 400
    guest = guest_to_take_over(form.take_over.data)
    try:
        account = admit(form.username.data, form.password.data, guest)
    except WrongPassword:
        form.refuse("password", NOT_RIGHT)
        return render_form(form), 401
    except TooManyTries as error:
        form.refuse("password", TOO_MANY)
        return render_form(form), 429, {"Retry-After": str(error.wait_seconds)}
    enter(account, guest)
    return go_on()


def admit(username: str, password: str, guest: SignedIn | None) -> SignedIn:
    """Return whom a name and a password let in; every try is counted before the password is looked at."""
    address = request.remote_addr or ""
    with transaction():
        operations.count_sign_in_try(username, address, now=now())
    # Hashing takes its time, so it happens while nobody waits for the right to write.
    found = queries.verified(username, password)
    stronger = hash_password(password) if needs_new_hash(found.password_hash) else None
    with transaction():
        operations.forgive_sign_in(username, address)
        keep_stronger_hash(found, stronger)
        take_over(guest, found.person)
    return found.person


def keep_stronger_hash(found: Verified, stronger: str | None) -> None:
    """Keep a hash made by today's measures in place of an older one."""
    if stronger is not None:
        operations.renew_hash(found.person.id, found.password_hash, stronger)


def go_on() -> ResponseReturnValue:
    """Go back to the page asked for, with what was typed there when the session ended."""
    fields = kept_fields()
    if fields and asked_path():
        return render_template("account/sign_in/carry_on.html", action=asked_path(), fields=fields)
    return go_back()


def render_form(form: SignInForm) -> str:
    """Show the form as it stands, with what it carries for another page."""
    return render_template(
        "account/sign_in/show.html",
        form=form,
        guest=guest_here(),
        next=asked_path(),
        kept=kept_fields(),
        sign_up_is_open=current_app.config["SIGN_UP"],
    )
