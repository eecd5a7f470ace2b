"""Changing one's password."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from quizapp.accounts import operations, queries
from quizapp.accounts.errors import TooManyTries, WrongPassword
from quizapp.accounts.passwords import hash_password
from quizapp.storage.transaction import transaction
from quizapp.web.account.password.forms import NOT_CURRENT, PasswordForm
from quizapp.web.account.sign_in.forms import TOO_MANY
from quizapp.web.clock import now
from quizapp.web.csrf import keeps_typed
from quizapp.web.session import known_person, sign_in_person

password = Blueprint("password", __name__)


@password.get("/password")
def show() -> ResponseReturnValue:
    """Show the form."""
    return render_template("account/password/show.html", form=PasswordForm())


@password.post("/password")
@keeps_typed
def change() -> ResponseReturnValue:
    """Change the password, end every other session and keep this one."""
    form = PasswordForm()
    if not form.validate():
        return render_template("account/password/show.html", form=form), 400
    try:
        check_current(form.current.data)
    except WrongPassword:
        form.refuse("current", NOT_CURRENT)
        return render_template("account/password/show.html", form=form), 400
    except TooManyTries as error:
        form.refuse("current", TOO_MANY)
        page = render_template("account/password/show.html", form=form)
        return page, 429, {"Retry-After": str(error.wait_seconds)}
    hashed = hash_password(form.password.data)
    with transaction():
        person = operations.change_password(known_person().id, hashed)
    sign_in_person(person)
    flash("Your password is changed, and every other device is signed out.", "done")
    return redirect(url_for("account.profile.show"), code=303)


def check_current(typed: str) -> None:
    """Raise WrongPassword unless this is the password of who is signed in; TooManyTries for too much guessing."""
    person = known_person()
    with transaction():
        operations.count_tries_of(operations.PASSWORD_CHANGES, str(person.id), now=now())
    queries.check_password_of(person.id, typed)
