"""One's own page: name, sign-in, and a guest's link."""

from __future__ import annotations

from flask import Blueprint, current_app, flash, redirect, render_template, session, url_for
from flask.typing import ResponseReturnValue

from quizapp.accounts import operations
from quizapp.storage.transaction import transaction
from quizapp.teaching.queries.joining import classes_of_learner
from quizapp.web.account.profile.forms import NameForm
from quizapp.web.csrf import keeps_typed
from quizapp.web.session import RESUME_SECRET, current_person, known_person

profile = Blueprint("profile", __name__)


@profile.get("/")
def show() -> ResponseReturnValue:
    """Show one's own page."""
    person = current_person()
    return render_page(NameForm(display_name=person.display_name if person else ""))


@profile.post("/name")
@keeps_typed
def rename() -> ResponseReturnValue:
    """Change the name that others see."""
    form = NameForm()
    if not form.validate():
        return render_page(form), 400
    with transaction():
        operations.rename(known_person().id, form.display_name.data)
    flash("Your name is changed.", "done")
    return redirect(url_for("account.profile.show"), code=303)


def render_page(form: NameForm) -> str:
    """Show the page with its form as it stands."""
    secret = session.get(RESUME_SECRET)
    link = url_for("account.resume.show", secret=secret, _external=True) if secret else ""
    return render_template(
        "account/profile/show.html",
        form=form,
        person=current_person(),
        link=link,
        classes=classes_of_learner(known_person().id),
        sign_up_is_open=current_app.config["SIGN_UP"],
    )
