"""What is due to be asked again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, case, func, select

from quizapp.banks.models import Question, QuestionVersion
from quizapp.banks.rules import is_newest, may_be_asked
from quizapp.practice.models import Memory
from quizapp.storage.database import db


@dataclass(frozen=True, slots=True)
class Due:
    """How many questions are due; misjudged: those whose last answer was not right though the learner was sure."""

    count: int
    misjudged: int


def due_count(learner_id: int, *, now: datetime) -> int:
    """Return how many questions are due; of those that ask one value, one counts."""
    slots = _due(learner_id, now).with_only_columns(Question.bank_id, Question.slot).distinct().subquery()
    return db.session.scalar(select(func.count()).select_from(slots)) or 0


def due(learner_id: int, *, now: datetime) -> Due:
    """Return how many questions are due, and how many of them come first; of those that ask one value, one counts."""
    misjudged = func.max(case((Memory.misjudged, 1), else_=0)).label("misjudged")
    slots = _due(learner_id, now).with_only_columns(misjudged).group_by(Question.bank_id, Question.slot).subquery()
    count, first = db.session.execute(select(func.count(), func.sum(slots.c.misjudged)).select_from(slots)).one()
    return Due(count, first or 0)


def due_versions(learner_id: int, *, now: datetime, at_most: int) -> list[int]:
    """Return the newest versions of questions that are due, one for each slot.

    What the learner was sure of and had not right comes first, then what has waited longest.
    """
    query = (
        _due(learner_id, now)
        .join(QuestionVersion, is_newest())
        .with_only_columns(Question.bank_id, Question.slot, QuestionVersion.id)
        .order_by(Memory.misjudged.desc(), Memory.due, Question.id)
    )
    first: dict[tuple[int, str], int] = {}
    for bank_id, slot, version_id in db.session.execute(query):
        first.setdefault((bank_id, slot), version_id)
    return list(first.values())[:at_most]


def _due(learner_id: int, now: datetime) -> Select[Any]:
    return (
        select(Question.id)
        .join(Memory, Memory.question_id == Question.id)
        .where(Memory.learner_id == learner_id, Memory.due <= now, may_be_asked())
    )
