"""The people with an account: who there is, and what an admin can do for one."""

from __future__ import annotations

from collections.abc import Callable

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from quizapp.accounts import operations
from quizapp.accounts.errors import NotPossible
from quizapp.accounts.queries import people as queries
from quizapp.storage.transaction import transaction
from quizapp.web.account_acts import note_account_act
from quizapp.web.clock import now
from quizapp.web.session import teacher_id
from quizapp.web.teach.people.blueprint import people
from quizapp.web.teach.people.made_link import MadeLink, keep_for_the_next_page, made_link


@people.get("/")
def index() -> str:
    """Show who has an account."""
    text, asked = request.args.get("text", "").strip()[:200], request.args.get("role", "")
    role: queries.Role = next((role for role in queries.ROLES if role == asked), "")
    page = request.args.get("page", 1, type=int)
    found = queries.people(text, role, page=page)
    open_ones = [row for row in queries.invitations(now=now()) if row.is_open]
    return render_template("teach/people/index.html", found=found, text=text, role=role, invited=len(open_ones))


@people.get("/<int:person_id>")
def show(person_id: int) -> Response | str:
    """Show one account, and a link that was just made for it."""
    person = queries.person_with_account(person_id)
    link = made_link()
    return render_template(
        "teach/people/show.html",
        person=person,
        link=link if link and link.of == person_id else None,
        is_you=person_id == teacher_id(),
    )


@people.post("/<int:person_id>/reset")
def reset(person_id: int) -> Response:
    """Make a link by which the person chooses a new password."""
    person = queries.person_with_account(person_id)
    if person.disabled_at is not None:
        flash("This account is disabled. Enable it first; then make a link.", "error")
        return back_to(person_id)
    with transaction():
        secret = operations.make_password_link(person_id, teacher_id(), now=now())
    note_account_act("reset link made for", by=teacher_id(), of=person_id)
    address = url_for("account.password_link.show", secret=secret, _external=True)
    keep_for_the_next_page(MadeLink(address, person.display_name, person_id))
    return back_to(person_id)


@people.post("/<int:person_id>/disable")
def disable(person_id: int) -> Response:
    """Let somebody in no longer."""
    words = "{name} cannot come in any more; whatever was open is signed out. Everything of theirs stays."
    return done(person_id, "disabled", words, lambda: operations.disable(person_id, teacher_id(), now=now()))


@people.post("/<int:person_id>/enable")
def enable(person_id: int) -> Response:
    """Let somebody in again."""
    words = "{name} can sign in again, with the password of before."
    return done(person_id, "enabled", words, lambda: operations.enable(person_id))


@people.post("/<int:person_id>/admin")
def make_admin(person_id: int) -> Response:
    """Let a teacher run the installation too."""
    words = "{name} runs this installation too now."
    return done(person_id, "made admin", words, lambda: operations.make_admin(person_id))


@people.post("/<int:person_id>/not-admin")
def unmake_admin(person_id: int) -> Response:
    """Let an admin run the installation no longer."""
    words = "{name} does not run this installation any more, and goes on teaching."
    return done(person_id, "unmade admin", words, lambda: operations.unmake_admin(person_id))


def done(person_id: int, act: str, words: str, operation: Callable[[], None]) -> Response:
    """Do something to an account, say it, and note it; or say why it cannot be."""
    person = queries.person_with_account(person_id)
    try:
        with transaction():
            operation()
    except NotPossible as refusal:
        flash(str(refusal), "error")
        note_account_act(f"refused: {act}", by=teacher_id(), of=person_id)
        return back_to(person_id)
    note_account_act(act, by=teacher_id(), of=person_id)
    flash(words.format(name=person.display_name), "done")
    # Who has just given up being admin may not see people any more.
    gave_up = act == "unmade admin" and person_id == teacher_id()
    return redirect(url_for("teach.desk.index"), 303) if gave_up else back_to(person_id)


def back_to(person_id: int) -> Response:
    """Go back to the account's page."""
    return redirect(url_for(".show", person_id=person_id), 303)
