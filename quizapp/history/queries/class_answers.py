"""Every answer of a class to what was set to it, in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from itertools import count
from typing import Any

from sqlalchemy import select

from quizapp.accounts.models import Person
from quizapp.attempts.models import Answer, Attempt, AttemptItem
from quizapp.attempts.operations.record import recorded_name
from quizapp.attempts.queries.given_text import given_text
from quizapp.banks.models import Question, QuestionVersion
from quizapp.banks.queries import contents
from quizapp.core.kinds import Content, response_from
from quizapp.history.queries.counted import FINISHED
from quizapp.storage.database import db


@dataclass(frozen=True, slots=True)
class ClassAnswer:
    """One answer of a finished attempt: who gave it to what, when, and what it earned."""

    username: str | None  # None: a guest
    name: str
    key: str  # of the question in its bank
    stem: str
    version_number: int
    given_text: str  # empty where nothing was answered
    at: datetime
    attempt: str  # what tells attempts of one learner apart
    sure: bool | None
    points: Decimal
    out_of: Decimal
    verdict: str  # right, partly, wrong, unanswered


def class_answers(assignment_id: int) -> tuple[ClassAnswer, ...]:
    """Return the answers of every finished attempt at an assignment, learner by learner."""
    rows = db.session.execute(_given(assignment_id)).all()
    known = contents({row.version_id for row in rows})
    names = dict(_names(rows))
    return tuple(_answer(row, known[row.version_id], names) for row in rows)


def _given(assignment_id: int) -> Any:
    return (
        select(
            *(Person.username, Person.display_name, Attempt.id, Attempt.learner_id, Attempt.seed),
            *(AttemptItem.version_id, AttemptItem.option_order, QuestionVersion.kind, QuestionVersion.stem),
            *(QuestionVersion.number, Question.key, Answer.response, Answer.answered_at, Answer.sure),
            *(Answer.points, Answer.out_of, Answer.verdict),
        )
        .join(Person, Person.id == Attempt.learner_id)
        .join(AttemptItem, AttemptItem.attempt_id == Attempt.id)
        .join(QuestionVersion, QuestionVersion.id == AttemptItem.version_id)
        .join(Question, Question.id == QuestionVersion.question_id)
        .join(Answer, Answer.item_id == AttemptItem.id)
        .where(Attempt.assignment_id == assignment_id, Attempt.state.in_(FINISHED), Person.erased_at.is_(None))
        .order_by(Person.display_name, Attempt.learner_id, Attempt.id, AttemptItem.position)
    )


def _names(rows: Any) -> Iterator[tuple[int, str]]:
    """By attempt: the name under which it was brought in, else a number that none of the learner's has."""
    attempts: dict[int, dict[int, str]] = defaultdict(dict)
    for row in rows:
        attempts[row.learner_id][row.id] = row.seed
    for seeds in attempts.values():
        named = {attempt: recorded_name(seed) or "" for attempt, seed in seeds.items()}
        numbers = (text for text in map(str, count(1)) if text not in named.values())
        for attempt, name in named.items():
            yield attempt, name or next(numbers)


def _answer(row: Any, content: Content, names: Mapping[int, str]) -> ClassAnswer:
    response = None if row.response is None else response_from(row.kind, row.response)
    return ClassAnswer(
        username=row.username,
        name=row.display_name,
        key=row.key,
        stem=row.stem,
        version_number=row.number,
        given_text=given_text(content, row.option_order, response),
        at=row.answered_at,
        attempt=names[row.id],
        sure=row.sure,
        points=row.points,
        out_of=row.out_of,
        verdict=row.verdict,
    )
