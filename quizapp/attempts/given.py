"""An answer in the terms of the page: positions as they were shown, text as it was typed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Given:
    """What the form says; every position is counted from 1 in the order shown.

    choice and true_false: `chosen` holds one position; multiple: those ticked. True is position 1, False is 2.
    matching: for each left side the position of the right side chosen, None where none was.
    ordering: for each item, in the order shown, the place it was put in; None where none was.
    short_text, number, date and cloze: the text.
    """

    chosen: tuple[int, ...] = ()
    matched: tuple[int | None, ...] = ()
    places: tuple[int | None, ...] = ()
    text: str = ""
