"""Sharing a bank with other teachers, by its owner."""

from __future__ import annotations

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from quizapp.banks.errors import NotShared
from quizapp.banks.operations.share import share_bank, unshare_bank
from quizapp.banks.queries.banks import shares_of
from quizapp.storage.transaction import transaction
from quizapp.web.clock import now
from quizapp.web.csrf import keeps_typed
from quizapp.web.teach.banks.blueprint import banks
from quizapp.web.teach.banks.forms import ShareForm
from quizapp.web.teach.banks.routes import own_bank


@banks.get("/<int:bank_id>/sharing")
def sharing(bank_id: int) -> str:
    """Show with whom a bank is shared."""
    return sharing_page(bank_id, ShareForm())


@banks.post("/<int:bank_id>/sharing")
@keeps_typed
def share(bank_id: int) -> ResponseReturnValue:
    """Share a bank with a teacher, or change what she may do."""
    own_bank(bank_id)
    form = ShareForm()
    if not form.validate():
        return sharing_page(bank_id, form), 400
    try:
        with transaction():
            may_edit = form.may.data == "edit"
            teacher = share_bank(bank_id, form.username.data, may_edit=may_edit, now=now())
    except NotShared as refusal:
        form.refuse("username", str(refusal))
        return sharing_page(bank_id, form), 422
    flash(
        f"{teacher.display_name} may {'edit' if may_edit else 'read'} this bank now, and finds it among the banks.",
        "done",
    )
    return redirect(url_for(".sharing", bank_id=bank_id), 303)


@banks.post("/<int:bank_id>/sharing/<int:person_id>/remove")
def unshare(bank_id: int, person_id: int) -> Response:
    """Share a bank with a teacher no longer."""
    own_bank(bank_id)
    with transaction():
        was_shared = unshare_bank(bank_id, person_id)
    if was_shared:
        flash("That teacher does not see the bank any more. What was changed in it stays.", "done")
    return redirect(url_for(".sharing", bank_id=bank_id), 303)


def sharing_page(bank_id: int, form: ShareForm) -> str:
    """Show the form as it stands, and with whom the bank is shared."""
    return render_template("teach/banks/sharing.html", bank=own_bank(bank_id), shares=shares_of(bank_id), form=form)
