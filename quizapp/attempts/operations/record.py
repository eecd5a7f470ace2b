"""Attempts that were made elsewhere or before, written many at a time: graded like any other, and final."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from random import Random
from typing import Any

from sqlalchemy import Table, insert

from quizapp.attempts.models import Answer, Attempt, AttemptItem
from quizapp.attempts.operations.reviews import reviews_in
from quizapp.attempts.rules import QUIZ, SUBMITTED
from quizapp.banks.queries import contents
from quizapp.core.grading import grade
from quizapp.core.kinds import Content, Response, draw_order, response_data
from quizapp.practice.operations import rebuild_memories
from quizapp.quizzes.models import Edition
from quizapp.storage.base import Base
from quizapp.storage.database import db

POINT = Decimal("0.0001")
ONE = Decimal(1)
BATCH = 200  # attempts
KNOWN_MARKS = 20_000  # the same response to the same question is marked once

Marked = Callable[[int, Response | None], tuple[dict[str, Any] | None, Decimal, str]]


@dataclass(frozen=True, slots=True)
class RecordedAnswer:
    """What was answered to one question version; None where it was left out."""

    version_id: int
    response: Response | None
    sure: bool | None = None
    points: Decimal = ONE  # what the question is worth
    at: datetime | None = None  # None: when the attempt ended


@dataclass(frozen=True, slots=True)
class RecordedAttempt:
    """One learner's finished sitting of an edition."""

    learner_id: int
    started_at: datetime
    submitted_at: datetime
    answers: Sequence[RecordedAnswer]
    assignment_id: int | None = None
    name: str = ""  # by which the record tells attempts of one learner apart
    feedback: str = ""  # empty: as the edition says
    state: str = SUBMITTED  # or handed in, where results wait


def record_attempts(edition_id: int, recorded: Sequence[RecordedAttempt]) -> int:
    """Write finished attempts at an edition, graded as answers are now, and return how many; practice learns nothing.

    `remember` lets practice learn from them. Raises MisfitResponse for a response that does not fit its question.
    """
    edition = db.session.get_one(Edition, edition_id)
    known = contents({answer.version_id for attempt in recorded for answer in attempt.answers})
    marked = lru_cache(KNOWN_MARKS)(lambda version_id, response: _marked(known[version_id], response))
    for start in range(0, len(recorded), BATCH):
        _write(edition, recorded[start : start + BATCH], known, marked)
    return len(recorded)


def seed_of(name: str) -> str:
    """Return what tells a recorded attempt from one that was drawn here, and from others of its learner."""
    return f"recorded:{name}"


def recorded_name(seed: str) -> str | None:
    """Return the name under which an attempt was recorded; None for one that was drawn here."""
    return seed.removeprefix(seed_of("")) if seed.startswith(seed_of("")) else None


def remember(learner_id: int) -> None:
    """Build what a learner remembers from all their final answers."""
    rebuild_memories(learner_id, reviews_in(Attempt.learner_id == learner_id))


def _write(edition: Edition, batch: Sequence[RecordedAttempt], known: Mapping[int, Content], marked: Marked) -> None:
    attempt_ids = _written(Attempt, [_attempt_row(edition, one) for one in batch])
    items = [row for attempt_id, one in zip(attempt_ids, batch, strict=True) for row in _items(attempt_id, one, known)]
    item_ids = iter(_written(AttemptItem, items))
    _written(Answer, [_answer_row(next(item_ids), answer, one, marked) for one in batch for answer in one.answers])


def _written(model: type[Base], rows: Sequence[Mapping[str, Any]]) -> Sequence[int]:
    """Insert rows and return their ids in order; asked for ids, the driver sends many rows in one statement."""
    table = model.__table__
    assert isinstance(table, Table)  # noqa: S101 - models here are mapped to tables
    if not rows:
        return []
    statement = insert(table).returning(table.c.id, sort_by_parameter_order=True)
    return db.session.scalars(statement, list(rows)).all()


def _attempt_row(edition: Edition, one: RecordedAttempt) -> dict[str, Any]:
    return {
        "learner_id": one.learner_id,
        "edition_id": edition.id,
        "assignment_id": one.assignment_id,
        "mode": QUIZ,
        "title": edition.title,
        "feedback": one.feedback or edition.feedback,
        "seed": seed_of(one.name),
        "state": one.state,
        "started_at": one.started_at,
        "submitted_at": one.submitted_at,
    }


def _items(attempt_id: int, one: RecordedAttempt, known: Mapping[int, Content]) -> Iterator[dict[str, Any]]:
    for position, answer in enumerate(one.answers, start=1):
        dice = Random(f"{one.learner_id}:{answer.version_id}")  # noqa: S311 - the order they were shown in is not known
        yield {
            "attempt_id": attempt_id,
            "position": position,
            "version_id": answer.version_id,
            "option_order": list(draw_order(known[answer.version_id], dice)),
            "points": answer.points,
        }


def _marked(content: Content, response: Response | None) -> tuple[dict[str, Any] | None, Decimal, str]:
    mark = grade(content, response)
    return None if response is None else response_data(response), mark.points, mark.verdict


def _answer_row(item_id: int, answer: RecordedAnswer, one: RecordedAttempt, marked: Marked) -> dict[str, Any]:
    stored, share, verdict = marked(answer.version_id, answer.response)
    return {
        "item_id": item_id,
        "response": stored,
        "revision": 1,
        "token": f"{item_id}:recorded",
        "points": (share * answer.points).quantize(POINT),
        "out_of": answer.points,
        "verdict": verdict,
        "sure": answer.sure,
        "answered_at": answer.at or one.submitted_at,
    }
