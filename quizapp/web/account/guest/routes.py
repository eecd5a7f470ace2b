"""Coming in as a guest: a name to be shown, and nothing else."""

from __future__ import annotations

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from quizapp.web.account.guest.forms import GuestForm
from quizapp.web.account.returning import asked_path, go_back
from quizapp.web.csrf import keeps_typed
from quizapp.web.session import current_person, sign_in_as_guest

guest = Blueprint("guest", __name__)


@guest.get("/guest")
def show() -> ResponseReturnValue:
    """Ask for a name."""
    if current_person() is not None:
        return go_back()
    return render_template("account/guest/show.html", form=GuestForm(), next=asked_path())


@guest.post("/guest")
@keeps_typed
def create() -> ResponseReturnValue:
    """Make a guest of this name and go on."""
    form = GuestForm()
    if not form.validate():
        return render_template("account/guest/show.html", form=form, next=asked_path()), 400
    if current_person() is None:
        sign_in_as_guest(form.display_name.data)
    return go_back()
