"""Leaving for good: the one act that cannot be undone."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from quizapp.accounts import operations as accounts
from quizapp.accounts.errors import NotPossible, TooManyTries, WrongPassword
from quizapp.accounts.queries import check_password_of
from quizapp.accounts.queries.people import teacher_named
from quizapp.personal import operations, queries
from quizapp.personal.errors import NoSuchHeir
from quizapp.storage.transaction import transaction
from quizapp.web.account.erase.forms import NO_HEIR, NOT_PASSWORD, AccountEraseForm, EraseForm
from quizapp.web.account.sign_in.forms import TOO_MANY
from quizapp.web.account_acts import note_account_act
from quizapp.web.clock import now
from quizapp.web.csrf import keeps_typed
from quizapp.web.session import known_person, sign_out_here

erase = Blueprint("erase", __name__, url_prefix="/erase")
ERASED = "You are erased here: your name, your sign-in and your words are gone."


@erase.get("/")
def show() -> str:
    """Say what goes and what stays, before anything happens."""
    return page(form_here())


@erase.post("/")
@keeps_typed
def confirm() -> ResponseReturnValue:
    """Erase who uses this browser, and end every session."""
    form = form_here()
    if not form.validate():
        return page(form), 400
    try:
        check_password(form)
        leave(form)
    except WrongPassword:
        form.refuse("password", NOT_PASSWORD)
        return page(form), 400
    except TooManyTries as error:
        form.refuse("password", TOO_MANY)
        return page(form), 429, {"Retry-After": str(error.wait_seconds)}
    except NoSuchHeir:
        form.refuse("heir", NO_HEIR)
        return page(form), 400
    except NotPossible:
        return page(form), 409  # which says why
    return goodbye()


def form_here() -> EraseForm:
    """Return the form of who uses this browser: a guest has no password to ask for."""
    return EraseForm() if known_person().is_guest else AccountEraseForm()


def check_password(form: EraseForm) -> None:
    """Raise WrongPassword unless it is the person's; TooManyTries for too much guessing."""
    person = known_person()
    if not isinstance(form, AccountEraseForm):
        return
    with transaction():
        accounts.count_tries_of(accounts.PASSWORD_CHANGES, str(person.id), now=now())
    check_password_of(person.id, form.password.data or "")


def leave(form: EraseForm) -> None:
    """Erase the person in one transaction, and note that it was done."""
    person = known_person()
    heir_id = heir_named(form.heir.data or "") if person.is_teacher else None
    with transaction():
        operations.erase(person.id, heir_id=heir_id, marks_too=form.marks_too.data, now=now())
    note_account_act("erased themselves", by=person.id)


def heir_named(username: str) -> int | None:
    """Return the id of the teacher who is to take over; None where the field is empty, NoSuchHeir for nobody."""
    if not username.strip():
        return None
    heir = teacher_named(username)
    if heir is None or heir.id == known_person().id:
        raise NoSuchHeir
    return heir.id


def goodbye() -> ResponseReturnValue:
    """End the session and leave nothing of it in the browser."""
    sign_out_here()
    flash(ERASED, "done")
    response = redirect(url_for("public.shelf.index"), code=303)
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


def page(form: EraseForm) -> str:
    """Show what goes and what stays, with the form as it stands."""
    person = known_person()
    return render_template("account/erase/show.html", form=form, person=person, kept=queries.belongings(person.id))
