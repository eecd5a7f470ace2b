"""A pupil's sign-in card: its short code, typed or scanned, leads to choosing a password."""

from __future__ import annotations

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.accounts import operations, queries
from quizapp.accounts.codes import cleaned_code, is_code, secret_of_code
from quizapp.accounts.errors import NoSuchLink, PasswordLinkOver, TooManyTries
from quizapp.accounts.rules import CARD_LENGTH
from quizapp.storage.transaction import transaction
from quizapp.web.account.card.forms import CARD_OVER, NOT_A_CODE, TOO_MANY, UNKNOWN_CODE, CardForm
from quizapp.web.clock import now
from quizapp.web.codes import card_key
from quizapp.web.csrf import keeps_typed

card = Blueprint("card", __name__)


@card.get("/card")
def show() -> ResponseReturnValue:
    """Ask for the code."""
    return render_form(CardForm())


@card.get("/card/<code>")
def scanned(code: str) -> ResponseReturnValue:
    """Show the form with the code of a card that was scanned; only sending it looks for the card."""
    return render_form(CardForm(code=code[: CARD_LENGTH + 10]))


@card.post("/card")
@keeps_typed
def find() -> ResponseReturnValue:
    """Go on to the password of the card's pupil; every code that is wrong is counted."""
    form = CardForm()
    if not form.validate():
        return render_form(form, 400)
    code = cleaned_code(form.code.data)
    if not is_code(code, CARD_LENGTH):
        form.refuse("code", NOT_A_CODE)
        return render_form(form, 400)
    secret = secret_of_code(card_key(), code)
    try:
        check_counted(secret)
    except NoSuchLink:
        form.refuse("code", UNKNOWN_CODE)
        return render_form(form, 400)
    except PasswordLinkOver:
        form.refuse("code", CARD_OVER)
        return render_form(form, 410)
    except TooManyTries as error:
        form.refuse("code", TOO_MANY)
        response = make_response(render_form(form, 429))
        response.headers["Retry-After"] = str(error.wait_seconds)
        return response
    return redirect(url_for("account.password_link.show", secret=secret), code=303)


def check_counted(secret: str) -> None:
    """Raise NoSuchLink unless a card has this secret; TooManyTries where too many had none before."""
    address = request.remote_addr or ""
    # Counted first, so that many guesses at once are all counted, and given back where it was right.
    with transaction():
        operations.count_tries_of(operations.CARD_CODES, address, now=now())
    queries.person_of_password_link(secret, now=now())
    with transaction():
        operations.give_back_tries_of(operations.CARD_CODES, address)


def render_form(form: CardForm, status: int = 200) -> ResponseReturnValue:
    """Show the form as it stands; an address with a code goes to no other page."""
    response = make_response(render_template("account/card/show.html", form=form), status)
    response.headers["Referrer-Policy"] = "no-referrer"
    return response
