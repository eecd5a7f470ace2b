"""The one-time link that makes an account, such as the first teacher's."""

from __future__ import annotations

from flask import Blueprint, flash, make_response, redirect, render_template
from flask.typing import ResponseReturnValue

from quizapp.accounts import operations, queries
from quizapp.accounts.errors import NameTaken
from quizapp.accounts.passwords import hash_password
from quizapp.accounts.queries import Offer
from quizapp.storage.transaction import transaction
from quizapp.web.account.entering import enter, guest_here, guest_to_take_over, take_over
from quizapp.web.account.returning import home
from quizapp.web.account.sign_up.forms import TAKEN, NewAccountForm
from quizapp.web.clock import now
from quizapp.web.csrf import keeps_typed

invitation = Blueprint("invitation", __name__)


@invitation.get("/invitation/<secret>")
def show(secret: str) -> ResponseReturnValue:
    """Show the form that uses the link; opening it alone does not."""
    return render_form(NewAccountForm(), secret, queries.check_invitation(secret, now=now()))


@invitation.post("/invitation/<secret>")
@keeps_typed
def accept(secret: str) -> ResponseReturnValue:
    """Make the account that the link offers, and sign in with it."""
    offer, form = queries.check_invitation(secret, now=now()), NewAccountForm()
    if not form.validate():
        return render_form(form, secret, offer, 400)
    guest = guest_to_take_over(form.take_over.data)
    hashed = hash_password(form.password.data)
    try:
        with transaction():
            account = operations.accept_invitation(
                secret, form.username.data, form.display_name.data, hashed, now=now()
            )
            take_over(guest, account)
    except NameTaken:
        form.refuse("username", TAKEN)
        return render_form(form, secret, offer, 409)
    enter(account, guest)
    flash(f"Welcome, {account.display_name}. This is your desk.", "done")
    return redirect(home(), code=303)


def render_form(form: NewAccountForm, secret: str, offer: Offer, status: int = 200) -> ResponseReturnValue:
    """Show the form as it stands; the address with the secret goes to no other page."""
    page = render_template("account/invitation/show.html", form=form, secret=secret, offer=offer, guest=guest_here())
    response = make_response(page, status)
    response.headers["Referrer-Policy"] = "no-referrer"
    return response
