"""When an attempt takes answers, and when it may tell what is right."""

from __future__ import annotations

from datetime import datetime, timedelta

AFTER_EACH, AT_END = "after_each", "at_end"
OPEN, SUBMITTED = "open", "submitted"
QUIZ, PRACTICE = "quiz", "practice"

# A save that was sent in time may arrive a little late.
GRACE = timedelta(seconds=10)


def is_over(deadline: datetime | None, now: datetime) -> bool:
    """Say whether the time for answering is over, grace included; only the server's clock counts."""
    return deadline is not None and now > deadline + GRACE


def is_shown(*, feedback: str, state: str, answered: bool) -> bool:
    """Say whether the key and the explanation of a question may be shown: then its answer is final."""
    return state == SUBMITTED or (feedback == AFTER_EACH and answered)


def ended_at(deadline: datetime | None, now: datetime) -> datetime:
    """Return the moment an attempt counts as finished: never after its deadline."""
    return now if deadline is None else min(now, deadline)
