"""What an act on many questions has done: said beside the questions, where one looks when the page comes back."""

from __future__ import annotations

from dataclasses import dataclass

from flask import session

KEY = "bank-said"


@dataclass(frozen=True, slots=True)
class Said:
    """The words, and whether anything was changed."""

    words: str
    is_done: bool


def say_on_the_next_page(words: str, *, is_done: bool) -> None:
    """Keep what is to be said until the bank's page shows it."""
    session[KEY] = [words, is_done]


def what_was_said() -> Said | None:
    """Return what is to be said now, and forget it."""
    kept = session.pop(KEY, None)
    return None if kept is None else Said(*kept)
