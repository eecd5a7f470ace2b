"""Inviting teachers by a link that works once."""

from __future__ import annotations

from datetime import timedelta

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response
from wtforms import RadioField, StringField
from wtforms.fields import SelectChoice
from wtforms.validators import DataRequired, Length

from quizapp.accounts import operations
from quizapp.accounts.errors import InvitationOver
from quizapp.accounts.queries.people import invitations
from quizapp.storage.transaction import transaction
from quizapp.web.account_acts import note_account_act
from quizapp.web.clock import now
from quizapp.web.csrf import keeps_typed
from quizapp.web.forms import Form
from quizapp.web.session import teacher_id
from quizapp.web.teach.people.blueprint import people
from quizapp.web.teach.people.made_link import MadeLink, keep_for_the_next_page, made_link

LABEL_LENGTH = 80
NO_LABEL = "Write whom the link is for, so that you know it again in the list."
LONG_LABEL = f"That is too long: {LABEL_LENGTH} characters at most."
USED = "That invitation has been used meanwhile; the account stands among the people."


class InvitationForm(Form):
    """Whom an invitation is for, and how long it is good."""

    label = StringField("For whom", [DataRequired(NO_LABEL), Length(max=LABEL_LENGTH, message=LONG_LABEL)])
    days = RadioField(
        "How long is it good?",
        choices=[SelectChoice("1", "1 day"), SelectChoice("7", "7 days"), SelectChoice("30", "30 days")],
        default="7",
    )


@people.get("/invitations")
def invited() -> str:
    """Show who is invited, and a link that was just made."""
    return invitations_page(InvitationForm())


@people.post("/invitations")
@keeps_typed
def invite() -> ResponseReturnValue:
    """Make a link for a teacher."""
    form = InvitationForm()
    if not form.validate():
        return invitations_page(form), 400
    label, lasts = form.label.data.strip(), timedelta(days=int(form.days.data))
    with transaction():
        secret = operations.invite_teacher(teacher_id(), label, now=now(), lasts=lasts)
    note_account_act("teacher invited", by=teacher_id())
    return show_once(secret, label)


@people.post("/invitations/<int:invitation_id>/renew")
def renew(invitation_id: int) -> Response:
    """Make another link for an invitation; the one before is over."""
    label = next((row.label for row in invitations(now=now()) if row.id == invitation_id), "")
    try:
        with transaction():
            secret = operations.renew_invitation(invitation_id, now=now())
    except InvitationOver:
        flash(USED, "error")
        return back()
    note_account_act("invitation renewed", by=teacher_id())
    return show_once(secret, label)


@people.post("/invitations/<int:invitation_id>/withdraw")
def withdraw(invitation_id: int) -> Response:
    """Let a link open nothing any more."""
    try:
        with transaction():
            operations.withdraw_invitation(invitation_id, now=now())
    except InvitationOver:
        flash(USED, "error")
        return back()
    note_account_act("invitation withdrawn", by=teacher_id())
    flash("That link opens nothing any more.", "done")
    return back()


def show_once(secret: str, label: str) -> Response:
    """Show a link on the next page."""
    address = url_for("account.invitation.show", secret=secret, _external=True)
    keep_for_the_next_page(MadeLink(address, label, 0))
    return back()


def back() -> Response:
    """Go back to the invitations."""
    return redirect(url_for(".invited"), 303)


def invitations_page(form: InvitationForm) -> str:
    """Show the form as it stands, and who is invited."""
    link = made_link()
    rows = invitations(now=now())
    return render_template(
        "teach/people/invited.html", form=form, rows=rows, link=link if link and not link.of else None
    )
