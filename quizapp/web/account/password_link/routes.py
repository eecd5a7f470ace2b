"""The one-time link by which somebody chooses a password: theirs alone, whoever made the link."""

from __future__ import annotations

from flask import Blueprint, flash, make_response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from quizapp.accounts import operations, queries
from quizapp.accounts.passwords import hash_password
from quizapp.accounts.queries import SignedIn
from quizapp.storage.transaction import transaction
from quizapp.web.account.entering import enter, guest_here, guest_to_take_over, take_over
from quizapp.web.account.password_link.forms import ChosenPasswordForm
from quizapp.web.clock import now
from quizapp.web.csrf import keeps_typed
from quizapp.web.session import current_person

password_link = Blueprint("password_link", __name__)


@password_link.get("/password-link/<secret>")
def show(secret: str) -> ResponseReturnValue:
    """Show the form that uses the link; opening it alone does not."""
    person = queries.person_of_password_link(secret, now=now())
    return render_form(ChosenPasswordForm(person), person, secret)


@password_link.post("/password-link/<secret>")
@keeps_typed
def choose(secret: str) -> ResponseReturnValue:
    """Keep the password that was chosen, end every other session, and sign in."""
    person = queries.person_of_password_link(secret, now=now())
    form = ChosenPasswordForm(person)
    if not form.validate():
        return render_form(form, person, secret, 400)
    guest = guest_to_take_over(form.take_over.data)
    hashed = hash_password(form.password.data)
    with transaction():
        account = operations.use_password_link(secret, hashed, now=now())
        take_over(guest, account)
    enter(account, guest)
    flash(f"Welcome, {account.display_name}. From now on you sign in as {account.username}.", "done")
    return redirect(url_for("public.shelf.index"), code=303)


def render_form(form: ChosenPasswordForm, person: SignedIn, secret: str, status: int = 200) -> ResponseReturnValue:
    """Show the form as it stands; the address with the secret goes to no other page."""
    page = render_template(
        "account/password_link/show.html",
        form=form,
        person=person,
        secret=secret,
        guest=guest_here(),
        here=current_person(),
    )
    response = make_response(page, status)
    response.headers["Referrer-Policy"] = "no-referrer"
    return response
