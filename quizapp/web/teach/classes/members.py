"""One pupil of a class: taken out, put back, given a new card or link; and everybody as a file."""

from __future__ import annotations

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from quizapp.accounts import operations as accounts
from quizapp.history.queries.under_way import last_attempts
from quizapp.interchange.result_sheets import on_clock
from quizapp.interchange.sheets import Sheet
from quizapp.storage.transaction import transaction
from quizapp.teaching import operations
from quizapp.teaching.errors import NoSuchMember
from quizapp.teaching.queries import open_own_class
from quizapp.teaching.queries.permission import OwnClass
from quizapp.teaching.queries.roster import Member, everybody, member
from quizapp.web.account_acts import note_account_act
from quizapp.web.clock import now
from quizapp.web.codes import card_key
from quizapp.web.session import teacher_id
from quizapp.web.sheets import send_csv, send_xlsx
from quizapp.web.teach.classes.blueprint import classes


@classes.get("/<int:class_id>/people/<int:person_id>")
def person(class_id: int, person_id: int) -> ResponseReturnValue:
    """Show one pupil with what can be done for them."""
    return render_person(class_id, person_id)


@classes.post("/<int:class_id>/people/<int:person_id>/remove")
def remove(class_id: int, person_id: int) -> ResponseReturnValue:
    """Take a pupil out of the class."""
    one = find(class_id, person_id)
    with transaction():
        operations.remove(class_id, person_id, now=now())
    flash(f"{one.name} is taken out of the class and sees nothing of it. What was answered is kept.", "done")
    return redirect(url_for("teach.classes.person", class_id=class_id, person_id=person_id), code=303)


@classes.post("/<int:class_id>/people/<int:person_id>/put-back")
def put_back(class_id: int, person_id: int) -> ResponseReturnValue:
    """Put a pupil back who was taken out."""
    one = find(class_id, person_id)
    with transaction():
        operations.put_back(class_id, person_id)
    flash(f"{one.name} is in the class again.", "done")
    return redirect(url_for("teach.classes.person", class_id=class_id, person_id=person_id), code=303)


@classes.post("/<int:class_id>/people/<int:person_id>/card")
def make_card(class_id: int, person_id: int) -> ResponseReturnValue:
    """Make a new card for one pupil; the old password works until it is used."""
    find_for_card(class_id, person_id)
    with transaction():
        accounts.make_cards([person_id], teacher_id(), key=card_key(), now=now())
    note_account_act("card made for", by=teacher_id(), of=person_id)
    flash("The card is new. Older ones do not work any more.", "done")
    return redirect(url_for("teach.classes.cards", class_id=class_id, person_id=person_id), code=303)


@classes.post("/<int:class_id>/people/<int:person_id>/link")
def make_link(class_id: int, person_id: int) -> ResponseReturnValue:
    """Make a link for one pupil to choose a password by, and show it this once."""
    find_for_card(class_id, person_id)
    with transaction():
        secret = accounts.make_password_link(person_id, teacher_id(), now=now())
    note_account_act("reset link made for", by=teacher_id(), of=person_id)
    return render_person(class_id, person_id, url_for("account.password_link.show", secret=secret, _external=True))


@classes.get("/<int:class_id>/people.csv")
def export(class_id: int) -> ResponseReturnValue:
    """Send everybody in the class as a file for a spreadsheet."""
    room = open_own_class(class_id, teacher_id())
    return send_csv(people_sheet(room), room.name)


@classes.get("/<int:class_id>/people.xlsx")
def export_book(class_id: int) -> ResponseReturnValue:
    """Send everybody in the class as a workbook."""
    room = open_own_class(class_id, teacher_id())
    return send_xlsx([people_sheet(room)], room.name)


def people_sheet(room: OwnClass) -> Sheet:
    """Return everybody in a class: when they joined and last began something, by the clock of the class."""
    people, zone = everybody(room.id), room.time_zone
    last = last_attempts(room.id, [one.person_id for one in people])
    header = ["name", "username", *(f"{what} ({zone})" for what in ("joined", "last attempt"))]
    rows = [
        (one.name, one.username, on_clock(one.joined_at, zone), on_clock(last.get(one.person_id), zone))
        for one in people
    ]
    return Sheet("People", header, rows)


def find(class_id: int, person_id: int) -> Member:
    """Return a pupil of the teacher's own class, of now or before; NoSuchClass or NoSuchMember for any other."""
    open_own_class(class_id, teacher_id())
    return member(class_id, person_id)


def find_for_card(class_id: int, person_id: int) -> Member:
    """Return a pupil of now whose password their teacher may let them choose anew; NoSuchMember for any other."""
    one = find(class_id, person_id)
    if not one.may_have_card or one.removed_at is not None:
        raise NoSuchMember
    return one


def render_person(class_id: int, person_id: int, link: str = "") -> str:
    """Show one pupil, with a link that was just made."""
    room = open_own_class(class_id, teacher_id())
    one = member(class_id, person_id)
    last = last_attempts(class_id, [person_id])
    return render_template("teach/classes/person.html", room=room, one=one, link=link, last=last.get(person_id))
