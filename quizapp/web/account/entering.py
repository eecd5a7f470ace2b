"""Coming in with an account, and bringing along what one answered as a guest."""

from __future__ import annotations

from flask import flash, request

from quizapp.accounts import operations as accounts
from quizapp.accounts.queries import SignedIn
from quizapp.attempts import operations as attempts
from quizapp.web.session import current_person, sign_in_person

ASKED = "guest-asked"  # the page that asked whether to bring the guest's answers along


def guest_here() -> SignedIn | None:
    """Return the guest who uses this browser, if one does."""
    person = current_person()
    return person if person is not None and person.is_guest else None


def guest_to_take_over(ticked: bool) -> SignedIn | None:
    """Return the guest whose answers come along: who ticked the box, or became a guest after the page was made."""
    return guest_here() if ticked or ASKED not in request.form else None


def take_over(guest: SignedIn | None, account: SignedIn) -> None:
    """Give a guest's answers to an account and close the guest."""
    if guest is not None:
        attempts.take_over(guest.id, account.id)
        accounts.take_over_guest(guest.id, account.id)


def enter(account: SignedIn, guest: SignedIn | None) -> None:
    """Begin the session of an account, and say what came along."""
    sign_in_person(account)
    if guest is not None:
        flash("What you answered as a guest is in your account now.", "done")
