"""The versions of a question, and bringing one of them back."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from quizapp.banks import operations, queries
from quizapp.banks.errors import StaleQuestion, UnplacedQuote
from quizapp.banks.queries.history import history as versions_of
from quizapp.banks.queries.history import version
from quizapp.storage.transaction import transaction
from quizapp.web.clock import now
from quizapp.web.given import whole
from quizapp.web.session import teacher_id
from quizapp.web.teach.questions.blueprint import questions

STALE = "Nothing was changed: another version was saved meanwhile. This is the history as it is now."
GONE = "Nothing was changed: words that this version quotes cannot be found any more ({})."


@questions.get("/questions/<int:question_id>/history")
def history(question_id: int) -> str:
    """Show who changed what in a question, and when."""
    bank = queries.bank_of_question(question_id, teacher_id())
    shown = versions_of(question_id, from_number=whole(request.args.get("from", "")))
    return render_template("teach/questions/history.html", bank=bank, history=shown)


@questions.post("/questions/<int:question_id>/restore")
def restore(question_id: int) -> Response:
    """Bring a version back as the newest one."""
    bank = queries.bank_of_question(question_id, teacher_id(), to_edit=True)
    number, based_on = whole(request.form.get("number", "")), whole(request.form.get("based-on", ""))
    if number and based_on:
        flash(*_brought_back(bank.id, question_id, number, based_on))
    return redirect(url_for(".history", question_id=question_id), 303)


def _brought_back(bank_id: int, question_id: int, number: int, based_on: int) -> tuple[str, str]:
    draft = version(question_id, number).draft
    try:
        details = operations.details_of(bank_id, draft, question_id)
        found = queries.findings(draft, queries.sources_of_bank(bank_id))
        with transaction():
            revised = operations.revise(
                question_id, details, found, based_on=based_on, author_id=teacher_id(), now=now()
            )
    except StaleQuestion:
        return STALE, "error"
    except UnplacedQuote as lost:
        return GONE.format(lost), "error"
    again = " It is a draft again, because an item rule stands against it." if revised.state != revised.was else ""
    return f"Version {number} is back, as version {revised.number}.{again}", "done"
