"""Joining a class: by a code from the wall or a link, with an account or with a name only."""

from __future__ import annotations

from flask import Blueprint, current_app, flash, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.accounts import operations as accounts
from quizapp.accounts.codes import cleaned_code, is_code
from quizapp.accounts.errors import TooManyTries
from quizapp.accounts.operations import Limit
from quizapp.storage.transaction import transaction
from quizapp.teaching import operations
from quizapp.teaching.errors import NoClassJoins, TakenOut
from quizapp.teaching.queries.joining import OpenClass, is_member, joinable_class
from quizapp.teaching.rules import JOIN_CODE_LENGTH
from quizapp.web.account.join.forms import OWN_CLASS, TAKEN_OUT, TOO_MANY, UNKNOWN_CODE, CodeForm, NameForm
from quizapp.web.clock import now
from quizapp.web.csrf import csrf_problem, keeps_typed
from quizapp.web.session import current_learner_id, sign_in_as_guest

join = Blueprint("join", __name__)


@join.get("/join")
def show() -> ResponseReturnValue:
    """Ask for the code."""
    return render_template("account/join/show.html", form=CodeForm())


@join.post("/join")
@keeps_typed
def find() -> ResponseReturnValue:
    """Go on to the class that the code lets people join."""
    form = CodeForm()
    if not form.validate():
        return render_template("account/join/show.html", form=form), 400
    code = cleaned_code(form.code.data)
    try:
        found(code)
    except (NoClassJoins, TooManyTries) as refusal:
        return refused(form, refusal)
    return redirect(url_for("account.join.look", code=code), code=303)


@join.get("/join/<code>")
def look(code: str) -> ResponseReturnValue:
    """Say which class and whose it is; opening the link alone joins nothing."""
    try:
        room = found(cleaned_code(code))
    except (NoClassJoins, TooManyTries) as refusal:
        return refused(CodeForm(code=code[:40]), refusal)
    return render_class(room, code, NameForm())


@join.post("/join/<code>")
@keeps_typed
def enter(code: str) -> ResponseReturnValue:
    """Join the class; whoever has no account gives a name and is a guest."""
    try:
        room = found(cleaned_code(code))
    except (NoClassJoins, TooManyTries) as refusal:
        return refused(CodeForm(code=code[:40]), refusal)
    form = NameForm()
    learner_id = current_learner_id()
    if csrf_problem() or (learner_id is None and not form.validate()):
        return render_class(room, code, form, status=400)
    if learner_id == room.owner_id:
        return render_class(room, code, form, message=OWN_CLASS, status=409)
    try:
        let_in(room, learner_id or sign_in_as_guest(form.name.data))
    except TakenOut:
        return render_class(room, code, form, message=TAKEN_OUT, status=409)
    flash(f"You are in {room.name} now. What {room.teacher} sets you stands on this page.", "done")
    return redirect(url_for("public.shelf.index"), code=303)


def let_in(room: OpenClass, learner_id: int) -> None:
    """Join a class."""
    with transaction():
        operations.join(room.id, learner_id, now=now())


def found(code: str) -> OpenClass:
    """Return the class of a code; NoClassJoins for a wrong one, which is counted, TooManyTries after too many."""
    if not is_code(code, JOIN_CODE_LENGTH):
        raise NoClassJoins
    for limit, subject in subjects():
        accounts.check_tries_of(limit, subject, now=now())
    try:
        return joinable_class(code, now=now())
    except NoClassJoins:
        with transaction():
            for limit, subject in subjects():
                accounts.count_tries_of(limit, subject, now=now())
        raise


def subjects() -> list[tuple[Limit, str]]:
    """Return whose wrong codes are counted: those of the address, and of the person where there is one."""
    person_id = current_learner_id()
    by_person = [] if person_id is None else [(accounts.JOIN_CODES_OF_PERSON, str(person_id))]
    return [(accounts.JOIN_CODES, request.remote_addr or ""), *by_person]


def refused(form: CodeForm, refusal: Exception) -> ResponseReturnValue:
    """Show the form for the code with what is amiss."""
    if isinstance(refusal, TooManyTries):
        form.refuse("code", TOO_MANY)
        response = make_response(render_template("account/join/show.html", form=form), 429)
        response.headers["Retry-After"] = str(refusal.wait_seconds)
        return response
    form.refuse("code", UNKNOWN_CODE)
    return render_template("account/join/show.html", form=form), 400


def render_class(
    room: OpenClass, code: str, form: NameForm, *, message: str = "", status: int = 200
) -> ResponseReturnValue:
    """Show the class with the ways in."""
    learner_id = current_learner_id()
    is_in = learner_id is not None and is_member(room.id, learner_id)
    page = render_template(
        "account/join/look.html",
        room=room,
        code=cleaned_code(code),
        form=form,
        is_in=is_in,
        message=message,
        sign_up_is_open=current_app.config["SIGN_UP"],
    )
    return make_response(page, status)
