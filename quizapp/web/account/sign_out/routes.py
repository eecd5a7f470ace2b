"""Signing out: on this device, or on every one."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, session, url_for
from flask.typing import ResponseReturnValue

from quizapp.accounts import operations
from quizapp.storage.transaction import transaction
from quizapp.web.session import RESUME_SECRET, known_person, sign_in_person, sign_out_here

sign_out = Blueprint("sign_out", __name__)


@sign_out.post("/sign-out")
def here() -> ResponseReturnValue:
    """End the session of this device and leave nothing of it in the browser."""
    sign_out_here()
    flash("You are signed out.", "done")
    response = redirect(url_for("public.shelf.index"), code=303)
    # The next one at this computer must not find pages or drafts by the back button.
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


@sign_out.post("/sign-out/everywhere")
def everywhere() -> ResponseReturnValue:
    """End every session but this one."""
    secret = session.get(RESUME_SECRET)
    with transaction():
        person = operations.end_all_sessions(known_person().id)
    sign_in_person(person)
    if secret is not None:
        session[RESUME_SECRET] = secret
    flash("You are signed out on every other device.", "done")
    return redirect(url_for("account.profile.show"), code=303)
