"""A guest's link: coming back on another device."""

from __future__ import annotations

from flask import Blueprint, flash, make_response, redirect, render_template, session, url_for
from flask.typing import ResponseReturnValue

from quizapp.accounts import operations, queries
from quizapp.storage.transaction import transaction
from quizapp.web.session import RESUME_SECRET, current_person, known_person, sign_in_person

resume = Blueprint("resume", __name__)


@resume.get("/resume/<secret>")
def show(secret: str) -> ResponseReturnValue:
    """Ask whether to go on as the guest; opening a link alone changes nothing."""
    page = render_template(
        "account/resume/show.html", guest=queries.guest_of_link(secret), secret=secret, person=current_person()
    )
    response = make_response(page)
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


@resume.post("/resume/<secret>")
def enter(secret: str) -> ResponseReturnValue:
    """Go on as the guest whose link it is."""
    guest = queries.guest_of_link(secret)
    sign_in_person(guest)
    session[RESUME_SECRET] = secret
    flash(f"Welcome back, {guest.display_name}.", "done")
    return redirect(url_for("public.shelf.index"), code=303)


@resume.post("/resume")
def renew() -> ResponseReturnValue:
    """Make a new link; the old one opens nothing any more."""
    with transaction():
        session[RESUME_SECRET] = operations.renew_resume_link(known_person().id)
    flash("This is your new link. The old one does not work any more.", "done")
    return redirect(url_for("account.profile.show"), code=303)
