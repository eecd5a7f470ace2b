"""Sign-in cards for pupils without e-mail: made, shown and printed as long as they are unused."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.accounts import operations as accounts
from quizapp.accounts.queries import open_cards
from quizapp.storage.transaction import transaction
from quizapp.teaching.queries import open_own_class
from quizapp.teaching.queries.roster import Member, everybody
from quizapp.web.clock import now
from quizapp.web.codes import card_key
from quizapp.web.session import teacher_id
from quizapp.web.teach.classes.blueprint import classes


@classes.get("/<int:class_id>/cards")
def cards(class_id: int) -> ResponseReturnValue:
    """Show the cards that can still be used: of the whole class, or of one pupil."""
    room = open_own_class(class_id, teacher_id())
    people = everybody(class_id)
    only = request.args.get("person_id", type=int)
    wanted = [one.person_id for one in people if one.may_have_card and only in {None, one.person_id}]
    return render_template(
        "teach/classes/cards.html",
        room=room,
        cards=open_cards(wanted, key=card_key(), now=now()),
        without_password=len(waiting(people)),
        only=only,
        guests=sum(one.username is None for one in people),
    )


@classes.post("/<int:class_id>/cards")
def make_cards(class_id: int) -> ResponseReturnValue:
    """Make a new card for everybody who has not chosen a password yet; older ones are over."""
    open_own_class(class_id, teacher_id())
    people = waiting(everybody(class_id))
    with transaction():
        accounts.make_cards([one.person_id for one in people], teacher_id(), key=card_key(), now=now())
    flash("The cards are new. Older ones do not work any more." if people else "Nobody needs a card.", "done")
    return redirect(url_for("teach.classes.cards", class_id=class_id), code=303)


def waiting(people: tuple[Member, ...]) -> list[Member]:
    """Return who has an account and has not chosen a password yet."""
    return [one for one in people if one.may_have_card and not one.has_password]
