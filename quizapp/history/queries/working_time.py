"""How long an attempt took: from its start to its handing in, without the pauses in which nobody was there.

A tab that stays open overnight is no work. So a stretch between two answers (or from the start to the first one, or
from the last one to handing in) counts for no more than a quarter of an hour. What was brought in from elsewhere with
one moment for everything has no time at all.
"""

from __future__ import annotations

from sqlalchemy import CTE, ColumnElement, Integer, case, cast, func, select, union_all

from quizapp.attempts.models import Answer, Attempt, AttemptItem
from quizapp.storage.elapsed import seconds_between
from quizapp.storage.whole_part import whole_part

PAUSE_SECONDS = 15 * 60
MOST_MINUTES = 180  # more than this is counted as this
UNKNOWN = -1


def pauses_of(attempts: CTE) -> CTE:
    """Select by attempt how many seconds of pause are too many; only attempts that could have any are looked into."""
    elapsed = seconds_between(Attempt.started_at, Attempt.submitted_at)
    long = (
        select(Attempt.id, Attempt.started_at, Attempt.submitted_at)
        .join(attempts, attempts.c.id == Attempt.id)
        .where(elapsed > PAUSE_SECONDS)
        .cte("long")
    )
    answered = (
        select(long.c.id, long.c.started_at, Answer.answered_at.label("at"))
        .join(AttemptItem, AttemptItem.attempt_id == long.c.id)
        .join(Answer, Answer.item_id == AttemptItem.id)
    )
    moments = union_all(answered, select(long.c.id, long.c.started_at, long.c.submitted_at.label("at"))).subquery()
    before = func.lag(moments.c.at).over(partition_by=moments.c.id, order_by=moments.c.at)
    gap = seconds_between(func.coalesce(before, moments.c.started_at), moments.c.at)
    gaps = select(moments.c.id, gap.label("seconds")).subquery()
    return (
        select(gaps.c.id, func.sum(gaps.c.seconds - PAUSE_SECONDS).label("seconds"))
        .where(gaps.c.seconds > PAUSE_SECONDS)
        .group_by(gaps.c.id)
        .cte("pauses")
    )


def minutes_worked(pauses: CTE) -> ColumnElement[int]:
    """Return whole minutes of work of an attempt to which its pauses are joined; UNKNOWN where there is no time."""
    elapsed = seconds_between(Attempt.started_at, Attempt.submitted_at)
    worked = (elapsed - func.coalesce(pauses.c.seconds, 0.0)) / 60
    whole = case((worked >= MOST_MINUTES, MOST_MINUTES), (worked < 1, 1), else_=whole_part(worked + 0.5))
    return cast(case((elapsed < 1, UNKNOWN), else_=whole), Integer)
