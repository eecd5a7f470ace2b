"""What comes due in the days ahead, and how much is likely to be recalled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select

from quizapp.banks.models import Question
from quizapp.banks.rules import may_be_asked
from quizapp.core.scheduling.memory import recall
from quizapp.practice.models import Memory
from quizapp.storage.database import db

DAYS = 30
WEEK = 7
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ForecastDay:
    """Twenty-four hours ahead, and how many questions come due in them."""

    starts_at: datetime
    count: int


@dataclass(frozen=True, slots=True)
class Forecast:
    """What comes due after what is due now, day by day; of questions that ask one value, one counts.

    The three estimates say how many of all questions remembered would be recalled without practice: tomorrow, in a
    week and in a month. What was last missed counts as not recalled until it is answered rightly.
    """

    now: int
    days: tuple[ForecastDay, ...]
    later: int
    remembered: int
    recalled_tomorrow: float
    recalled_in_a_week: float
    recalled_in_a_month: float

    @property
    def in_a_week(self) -> int:
        """How many more come due in the next seven days."""
        return sum(day.count for day in self.days[:WEEK])

    @property
    def in_a_month(self) -> int:
        """How many more come due in the next thirty days."""
        return sum(day.count for day in self.days)


def forecast(learner_id: int, *, now: datetime) -> Forecast:
    """Return what comes due for a learner in the next thirty days, with one query over what they remember."""
    query = (
        select(Question.bank_id, Question.slot, Memory.due, Memory.state)
        .join(Memory, Memory.question_id == Question.id)
        .where(Memory.learner_id == learner_id, may_be_asked())
        .order_by(Memory.due.desc())
    )
    rows = db.session.execute(query).all()
    soonest = {(row.bank_id, row.slot): row.due for row in rows}  # the last one kept is the first due
    per_day = Counter(_day_of(due, now) for due in soonest.values())
    states = [row.state for row in rows]
    return Forecast(
        now=per_day[-1],
        days=tuple(ForecastDay(now + day * DAY, per_day[day]) for day in range(DAYS)),
        later=sum(count for day, count in per_day.items() if day >= DAYS),
        remembered=len(states),
        recalled_tomorrow=_recalled(states, now + DAY),
        recalled_in_a_week=_recalled(states, now + WEEK * DAY),
        recalled_in_a_month=_recalled(states, now + DAYS * DAY),
    )


def _day_of(due: datetime, now: datetime) -> int:
    """The day ahead in which a moment lies, from 0; -1 for what is due already."""
    return -1 if due <= now else int((due - now) / DAY)


def _recalled(states: Iterable[Mapping[str, Any]], at: datetime) -> float:
    return sum(recall(state, now=at) for state in states)
