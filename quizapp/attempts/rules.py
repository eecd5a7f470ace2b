"""When an attempt takes answers, and when it may tell what is right."""

from __future__ import annotations

from datetime import datetime, timedelta

AFTER_EACH, AT_END, AFTER_DUE, ON_RELEASE = "after_each", "at_end", "after_due", "on_release"
WITHHELD = (AFTER_DUE, ON_RELEASE)
# Handed in: nothing can be changed any more, and nothing is shown yet. Submitted: all of it may be shown.
OPEN, HANDED_IN, SUBMITTED = "open", "handed_in", "submitted"
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


def state_after(feedback: str, *, due_at: datetime | None, released_at: datetime | None, at: datetime) -> str:
    """Return the state of an attempt that ends at a moment: what waits for a date or a release is handed in only."""
    is_released = released_at is not None and released_at <= at
    is_due = feedback == AFTER_DUE and (due_at is None or due_at <= at)
    return HANDED_IN if feedback in WITHHELD and not (is_released or is_due) else SUBMITTED


def deadline_of(
    started_at: datetime, limit_seconds: int | None, *, percent: int, closes_at: datetime | None
) -> datetime | None:
    """Return when the time of an attempt ends: by its limit, of which a learner has a share (0: none), or its closing.

    limit_seconds is the quiz's, percent the learner's share of it.
    """
    ends = [] if limit_seconds is None or not percent else [timedelta(seconds=limit_seconds * percent / 100)]
    moments = [started_at + span for span in ends] + ([closes_at] if closes_at is not None else [])
    return min(moments, default=None)
