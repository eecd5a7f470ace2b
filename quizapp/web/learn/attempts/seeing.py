"""Marks that were changed after they had been shown: whoever has seen the page has been told."""

from __future__ import annotations

from quizapp.regrading.operations import note_seen
from quizapp.regrading.queries import MarksChanged, marked_again
from quizapp.storage.transaction import transaction
from quizapp.web.clock import now
from quizapp.web.learn.learner import learner_id


def changes_seen(attempt_id: int, *, number: int | None = None) -> MarksChanged:
    """Return what of a learner's own attempt was marked again; what the page shows of it is noted as seen."""
    changed = marked_again(attempt_id)
    news = changed.changes if number is None else changed.of(number)
    if any(not one.is_seen for one in news):
        with transaction():
            note_seen(attempt_id, learner_id(), number=number, now=now())
    return changed
