"""Giving documents: files or a pasted text, and what is said of them."""

from __future__ import annotations

from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import RequestEntityTooLarge

from quizapp.banks.errors import NoSuchBank
from quizapp.banks.queries import open_bank
from quizapp.banks.queries.documents import editable_banks
from quizapp.storage.jobs import MOST_UNDER_WAY, JobOver, TooManyJobs
from quizapp.web.csrf import keeps_typed
from quizapp.web.session import teacher_id
from quizapp.web.teach.documents.arriving import take_in
from quizapp.web.teach.documents.blueprint import documents
from quizapp.web.teach.documents.forms import ACCEPTED, AGAIN, MOST_BYTES, NEW_BANK, ONE_BANK, GiveForm
from quizapp.web.uploads import takes_files

ENOUGH = f"You have {MOST_UNDER_WAY} documents being read already. Wait until one is done, or cancel one."
NEW = {NEW_BANK, ONE_BANK}
TOO_MUCH = "The files are too large together: send fewer at a time, each of at most 50 MB."


@documents.get("/new")
def new() -> str:
    """Ask for a document."""
    asked = request.args.get("bank_id", "")
    return page(give_form(bank=asked if asked.isascii() and asked.isdigit() else NEW_BANK))


@documents.post("/new")
@keeps_typed
@takes_files(MOST_BYTES)
def create() -> ResponseReturnValue:
    """Take a document in; the long work on it begins at once, elsewhere."""
    form = give_form()
    if not form.validate():
        form.say_forgotten()
        return page(form), 400
    try:
        job_id = hand_over(form)
    except TooManyJobs:
        form.refuse("files", ENOUGH + (AGAIN if form.chosen() else ""))
        return page(form), 409
    except NoSuchBank:
        form.refuse("bank", "You may not add to this bank any more. Choose another one.")
        form.say_forgotten()
        return page(form), 400
    return redirect(url_for("teach.documents.job", job_id=job_id), 303)


def give_form(**values: str) -> GiveForm:
    """Return the form with the banks that the teacher may add to."""
    form, banks = GiveForm(**values), editable_banks(teacher_id())
    form.offer(banks)
    if request.method == "GET" and form.bank.data not in {ONE_BANK, *(str(bank_id) for bank_id, _ in banks)}:
        form.bank.data = NEW_BANK
    return form


def hand_over(form: GiveForm) -> int:
    """Make the job of what was given and return its id."""
    asked = form.bank.data
    bank_id = None if asked in NEW else open_bank(int(asked), teacher_id(), to_edit=True).id
    wanted: dict[str, Any] = {"said": form.plain(), "left_out": form.left_out()}
    if asked == ONE_BANK:
        wanted |= {"one_bank": True, "bank_title": (form.bank_title.data or "").strip()}
    return take_in("read", teacher_id(), form.given(), form.text.data or "", wanted, bank_id=bank_id)


def page(form: GiveForm) -> str:
    """Show the form as it stands."""
    return render_template("teach/documents/new.html", form=form, accepted=ACCEPTED)


@documents.errorhandler(RequestEntityTooLarge)
def say_too_large(_error: RequestEntityTooLarge) -> ResponseReturnValue:
    """Say it on the page itself; what was typed could not be read, but the browser's way back has it."""
    return render_template("teach/documents/too_large.html", words=TOO_MUCH), 413


@documents.errorhandler(JobOver)
def say_cancelled(_error: JobOver) -> ResponseReturnValue:
    """Somebody cancelled the work, in another window, while its files were still arriving."""
    return redirect(url_for("teach.documents.index"), 303)
