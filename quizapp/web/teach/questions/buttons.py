"""The buttons of the editor that change its form and save nothing."""

from __future__ import annotations

from flask import request

from quizapp.web.given import whole
from quizapp.web.teach.questions import reshaping
from quizapp.web.teach.questions.page import Desk, offers_for
from quizapp.web.teach.questions.picking import pick

SAVE, ACCEPT = "save", "accept"
SHOW_ONLY = frozenset({"preview", "find", "read"})


def pressed() -> tuple[str, str, int]:
    """Return what was asked for: the act, the group of rows and the number of the row, as far as it names them."""
    act, _, rest = request.form.get("do", SAVE).partition(":")
    group, _, number = rest.partition(":")
    return act, group, whole(number) or whole(group) or 0


def change_form(desk: Desk) -> None:
    """Do what a button asks of the form, and say where to go on."""
    act, group, number = pressed()
    typed = desk.typed
    if act == "add":
        desk.focus = reshaping.add_row(typed, group)
    elif act == "remove":
        desk.focus = reshaping.remove_row(typed, group, number)
    elif act == "up":
        desk.focus = reshaping.move_up(typed, group, number)
    elif act == "kind":
        reshaping.change_kind(typed, request.form.get("was-kind", ""))
        desk.focus = "kind"
    elif act == "take":
        _take(desk)
    elif act in {"suggest", "use"}:
        _suggest(desk, number if act == "use" else 0)


def _take(desk: Desk) -> None:
    """Put the sentence that was chosen, or the words selected in it, where they are wanted."""
    picked = pick(desk.sources, request.form.get("selected") or request.form.get("place", ""))
    if picked is None:
        desk.focus, desk.picked = "find", "Choose a sentence first, then press the button again."
        return
    desk.focus = reshaping.put_quote(desk.typed, request.form.get("target", ""), picked)
    if picked.widened:
        desk.picked = "These words stand there more than once, so more of their sentence was taken."


def _suggest(desk: Desk, number: int) -> None:
    """Offer wrong answers, or put the one that was chosen into the form and go on offering."""
    chosen = request.form.get(f"offer-{number}", "")
    offer = next((offer for offer in offers_for(desk) if offer.text == chosen), None)
    if offer:
        desk.focus = reshaping.use_wrong_answer(desk.typed, offer)
    desk.offers = offers_for(desk)
