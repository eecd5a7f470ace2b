"""Between the page and the content: what was shown first need not be what content names first.

`order` is the drawn order: the content index of each part in the order shown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from quizapp.attempts.errors import UnreadableResponse
from quizapp.attempts.given import Given
from quizapp.core.kinds import (
    Arranged,
    Chosen,
    Content,
    Judged,
    Matched,
    Matching,
    Ordering,
    Response,
    Ticked,
    Typed,
)

LONGEST_TEXT = 400
UNSTORABLE = re.compile("[\x00\ud800-\udfff]")  # PostgreSQL keeps neither
NOT_OFFERED = "Choose from what is offered."
Order = Sequence[int]


def response_from_shown(content: Content, order: Order, given: Given) -> Response:
    """Return what was given in the terms of the content; UnreadableResponse says what is missing or amiss."""
    return READERS[content.kind](content, order, given)


def shown_from_response(order: Order, response: Response) -> Given:
    """Return a stored response in the terms of the page."""
    match response:
        case Chosen(option):
            return Given(chosen=(order.index(option) + 1,))
        case Ticked(options):
            return Given(chosen=tuple(sorted(order.index(option) + 1 for option in options)))
        case Judged(value):
            return Given(chosen=(1 if value else 2,))
        case Matched(rights):
            return Given(matched=tuple(None if right is None else order.index(right) + 1 for right in rights))
        case Arranged(items):
            return Given(places=tuple(items.index(item) + 1 for item in order))
        case Typed(text):
            return Given(text=text)
    raise TypeError(response)


def _at(order: Order, position: int) -> int:
    if not 1 <= position <= len(order):
        raise UnreadableResponse(NOT_OFFERED)
    return order[position - 1]


def _one(given: Given) -> int:
    if len(given.chosen) != 1:
        raise UnreadableResponse("Choose one answer." if given.chosen else "Choose an answer first.")
    return given.chosen[0]


def _chosen(_content: Content, order: Order, given: Given) -> Response:
    return Chosen(_at(order, _one(given)))


def _ticked(_content: Content, order: Order, given: Given) -> Response:
    if not given.chosen:
        raise UnreadableResponse("Tick at least one answer first.")
    return Ticked(frozenset(_at(order, position) for position in given.chosen))


def _judged(_content: Content, _order: Order, given: Given) -> Response:
    return Judged(_at((True, False), _one(given)) is True)


def _matched(content: Content, order: Order, given: Given) -> Response:
    assert isinstance(content, Matching)  # noqa: S101 - READERS pairs each kind with its content
    if not any(given.matched):
        raise UnreadableResponse("Choose at least one match first.")
    if len(given.matched) != len(content.pairs):
        raise UnreadableResponse(NOT_OFFERED)
    return Matched(tuple(None if position is None else _at(order, position) for position in given.matched))


def _arranged(content: Content, order: Order, given: Given) -> Response:
    assert isinstance(content, Ordering)  # noqa: S101 - READERS pairs each kind with its content
    if len(given.places) != len(content.items) or None in given.places:
        raise UnreadableResponse("Give every item a place.")
    placed = {place: item for item, place in zip(order, given.places, strict=True)}
    if len(placed) != len(order):
        raise UnreadableResponse("Two items have the same place: give each its own.")
    if set(placed) != set(range(1, len(order) + 1)):
        raise UnreadableResponse(f"Number the places from 1 to {len(order)}.")
    return Arranged(tuple(placed[place] for place in range(1, len(order) + 1)))


def _typed(_content: Content, _order: Order, given: Given) -> Response:
    if not given.text.strip():
        raise UnreadableResponse("Type an answer first.")
    if len(given.text) > LONGEST_TEXT:
        raise UnreadableResponse(f"Use at most {LONGEST_TEXT} characters.")
    if UNSTORABLE.search(given.text):
        raise UnreadableResponse("The text holds a sign that cannot be stored: type it again.")
    return Typed(given.text.strip())


READERS: dict[str, Callable[[Content, Order, Given], Response]] = {
    "choice": _chosen,
    "multiple": _ticked,
    "true_false": _judged,
    "short_text": _typed,
    "number": _typed,
    "date": _typed,
    "cloze": _typed,
    "matching": _matched,
    "ordering": _arranged,
}
