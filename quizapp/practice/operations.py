"""What a learner remembers, built from answers: right is Good, anything else is Again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select

from quizapp.core.scheduling.memory import Schedule, review
from quizapp.practice.models import Memory
from quizapp.storage.database import db
from quizapp.storage.upsert import upsert

State = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Review:
    """One final answer to a question."""

    question_id: int
    right: bool
    at: datetime
    sure: bool | None = None  # None: the learner did not say

    @property
    def misjudged(self) -> bool:
        """Whether the learner was sure of what was not right."""
        return self.sure is True and not self.right


def record_review(learner_id: int, answered: Review, *, state: State | None) -> None:
    """Record one final answer; `state` is what was remembered of the question before, None for nothing."""
    _keep(learner_id, [answered], {answered.question_id: state} if state else {})


def record_reviews(learner_id: int, answered: Iterable[Review]) -> None:
    """Record final answers, the oldest first."""
    reviews = list(answered)
    _keep(learner_id, reviews, _states(learner_id, {row.question_id for row in reviews}))


def rebuild_memories(learner_id: int, answered: Iterable[Review]) -> None:
    """Forget what a learner remembers and build it anew from all final answers, the oldest first."""
    forget_memories(learner_id)
    _keep(learner_id, list(answered), {})


def rebuild_some(answered: Mapping[int, Iterable[Review]]) -> None:
    """Build anew what learners remember of questions, from all their final answers to these, the oldest first."""
    rows = [_rows(learner_id, list(reviews), {}) for learner_id, reviews in sorted(answered.items())]
    upsert(Memory, [row for of_learner in rows for row in of_learner])


def forget_memories(learner_id: int) -> None:
    """Forget everything a learner remembers."""
    db.session.execute(delete(Memory).where(Memory.learner_id == learner_id))


def _states(learner_id: int, question_ids: set[int]) -> dict[int, State]:
    query = select(Memory.question_id, Memory.state).where(
        Memory.learner_id == learner_id, Memory.question_id.in_(question_ids)
    )
    return {question_id: state for question_id, state in db.session.execute(query)}  # noqa: C416 - rows are not pairs


def _schedules(answered: Iterable[Review], known: Mapping[int, State]) -> dict[int, Schedule]:
    schedules: dict[int, Schedule] = {}
    for row in answered:
        before = schedules[row.question_id].state if row.question_id in schedules else known.get(row.question_id)
        schedules[row.question_id] = review(before, question=row.question_id, right=row.right, now=row.at)
    return schedules


def _keep(learner_id: int, answered: Sequence[Review], known: Mapping[int, State]) -> None:
    upsert(Memory, _rows(learner_id, answered, known))


def _rows(learner_id: int, answered: Sequence[Review], known: Mapping[int, State]) -> list[dict[str, Any]]:
    schedules = _schedules(answered, known)
    misjudged = {row.question_id: row.misjudged for row in answered}  # by the newest
    # In the order of their keys, so that two submissions at once wait for each other and never in a ring.
    return [
        {
            "learner_id": learner_id,
            "question_id": question_id,
            "state": dict(schedule.state),
            "due": schedule.due,
            "misjudged": misjudged[question_id],
        }
        for question_id, schedule in sorted(schedules.items())
    ]
