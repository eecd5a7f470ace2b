"""Who of a class is worth a look: for whoever is not in the gradebook yet."""

from __future__ import annotations

from datetime import datetime

from quizapp.history.queries.changes import moved_in
from quizapp.history.queries.gradebook import gradebook
from quizapp.history.queries.guessed import guessed_in


def worth_a_look(class_id: int, *, now: datetime) -> tuple[str, ...]:
    """Return the names of those whom the gradebook of a class says something of, in its order and each once."""
    book = gradebook(class_id, counts="best", now=now)
    guessed = guessed_in(class_id)
    names = {one.person_id: one.name for one in moved_in(book)}
    names |= {line.person_id: line.name for line in book.lines if line.person_id in guessed}
    return tuple(names.values())
