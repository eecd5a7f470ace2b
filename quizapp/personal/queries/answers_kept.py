"""A person's answers, with what was asked and the quotes that decide it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Row, bindparam, select

from quizapp.attempts.models import Answer, Attempt, AttemptItem
from quizapp.attempts.queries.given_text import given_text
from quizapp.attempts.rules import is_shown
from quizapp.banks.models import Citation, QuestionVersion
from quizapp.core.kinds import Content, content_from, key_text, response_from
from quizapp.documents.models import Document
from quizapp.storage.database import db


@dataclass(frozen=True, slots=True)
class QuoteKept:
    """Words of a document that a question rests on."""

    document: str
    words: str
    role: str  # key, part, agrees, disputes


@dataclass(frozen=True, slots=True)
class AnswerKept:
    """An answer; what it was worth, the key and the quotes are there once they may be shown."""

    attempt: int
    number: int
    question: str
    version: int
    kind: str
    answer: str  # empty where nothing was answered
    sure: bool | None
    answered_at: datetime
    verdict: str
    points: Decimal | None
    out_of: Decimal
    key: str
    explanation: str
    quotes: tuple[QuoteKept, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A version of a question that the person was asked."""

    stem: str
    number: int
    kind: str
    content: Content
    key: str
    explanation: str
    quotes: tuple[QuoteKept, ...]


GIVEN = (
    select(
        *(AttemptItem.attempt_id, AttemptItem.position, AttemptItem.version_id, AttemptItem.option_order),
        *(Answer.response, Answer.sure, Answer.answered_at, Answer.verdict, Answer.points, Answer.out_of),
        *(Attempt.feedback, Attempt.state),
    )
    .join(Attempt, Attempt.id == AttemptItem.attempt_id)
    .join(Answer, Answer.item_id == AttemptItem.id)
    .where(Attempt.learner_id == bindparam("learner"))
    .order_by(Attempt.id, AttemptItem.position)
)
OF_LEARNER = (
    select(AttemptItem.version_id)
    .join(Attempt, Attempt.id == AttemptItem.attempt_id)
    .where(Attempt.learner_id == bindparam("learner"))
)


def answers_kept(person_id: int) -> tuple[AnswerKept, ...]:
    """Return every answer of a person, attempt by attempt, in three statements."""
    asked = _asked(person_id)
    return tuple(_kept(row, asked[row.version_id]) for row in db.session.execute(GIVEN, {"learner": person_id}))


def _asked(person_id: int) -> dict[int, Asked]:
    quotes = _quotes(person_id)
    query = select(
        *(QuestionVersion.id, QuestionVersion.stem, QuestionVersion.number, QuestionVersion.kind),
        *(QuestionVersion.content, QuestionVersion.explanation),
    ).where(QuestionVersion.id.in_(OF_LEARNER))
    found = {}
    for version_id, stem, number, kind, data, explanation in db.session.execute(query, {"learner": person_id}):
        content = content_from(kind, data)
        its_quotes = tuple(quotes.get(version_id, ()))
        found[version_id] = Asked(stem, number, kind, content, key_text(content), explanation, its_quotes)
    return found


def _quotes(person_id: int) -> dict[int, list[QuoteKept]]:
    query = (
        select(Citation.version_id, Document.title, Citation.exact, Citation.role)
        .join(Document, Document.id == Citation.document_id)
        .where(Citation.version_id.in_(OF_LEARNER))
        .order_by(Citation.version_id, Citation.position, Citation.id)
    )
    found: dict[int, list[QuoteKept]] = {}
    for version_id, *quote in db.session.execute(query, {"learner": person_id}):
        found.setdefault(version_id, []).append(QuoteKept(*quote))
    return found


def _kept(row: Row[*tuple[Any, ...]], asked: Asked) -> AnswerKept:
    shown = is_shown(feedback=row.feedback, state=row.state, answered=True)
    response = None if row.response is None else response_from(asked.kind, row.response)
    return AnswerKept(
        attempt=row.attempt_id,
        number=row.position,
        question=asked.stem,
        version=asked.number,
        kind=asked.kind,
        answer=given_text(asked.content, row.option_order, response),
        sure=row.sure,
        answered_at=row.answered_at,
        verdict=row.verdict if shown else "",
        points=row.points if shown else None,
        out_of=row.out_of,
        key=asked.key if shown else "",
        explanation=asked.explanation if shown else "",
        quotes=asked.quotes if shown else (),
    )
