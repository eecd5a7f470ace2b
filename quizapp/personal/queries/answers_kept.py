"""A person's answers, with what was asked and the quotes that decide it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy import select

from quizapp.attempts.models import Answer, Attempt, AttemptItem
from quizapp.attempts.queries.given_text import given_text
from quizapp.attempts.rules import is_shown
from quizapp.banks.models import Citation, QuestionVersion
from quizapp.core.kinds import content_from, key_text, response_from
from quizapp.documents.models import Document
from quizapp.storage.database import db

NO_QUOTES: tuple[QuoteKept, ...] = ()


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


def answers_kept(person_id: int) -> tuple[AnswerKept, ...]:
    """Return every answer of a person, attempt by attempt, in two statements."""
    query = (
        select(AttemptItem, Answer, QuestionVersion, Attempt.feedback, Attempt.state)
        .join(Attempt, Attempt.id == AttemptItem.attempt_id)
        .join(Answer, Answer.item_id == AttemptItem.id)
        .join(QuestionVersion, QuestionVersion.id == AttemptItem.version_id)
        .where(Attempt.learner_id == person_id)
        .order_by(Attempt.id, AttemptItem.position)
    )
    rows = db.session.execute(query).all()
    quotes = _quotes(person_id) if rows else {}
    return tuple(_kept(*row, quotes) for row in rows)


def _quotes(person_id: int) -> dict[int, tuple[QuoteKept, ...]]:
    asked = select(AttemptItem.version_id).join(Attempt, Attempt.id == AttemptItem.attempt_id)
    query = (
        select(Citation.version_id, Document.title, Citation.exact, Citation.role)
        .join(Document, Document.id == Citation.document_id)
        .where(Citation.version_id.in_(asked.where(Attempt.learner_id == person_id)))
        .order_by(Citation.version_id, Citation.position, Citation.id)
    )
    found: dict[int, tuple[QuoteKept, ...]] = {}
    for version_id, *quote in db.session.execute(query):
        found[version_id] = (*found.get(version_id, NO_QUOTES), QuoteKept(*quote))
    return found


def _kept(
    item: AttemptItem,
    answer: Answer,
    version: QuestionVersion,
    feedback: str,
    state: str,
    quotes: dict[int, tuple[QuoteKept, ...]],
) -> AnswerKept:
    shown = is_shown(feedback=feedback, state=state, answered=True)
    content = content_from(version.kind, version.content)
    response = None if answer.response is None else response_from(version.kind, answer.response)
    return AnswerKept(
        attempt=item.attempt_id,
        number=item.position,
        question=version.stem,
        version=version.number,
        kind=version.kind,
        answer=given_text(content, item.option_order, response),
        sure=answer.sure,
        answered_at=answer.answered_at,
        verdict=answer.verdict if shown else "",
        points=answer.points if shown else None,
        out_of=answer.out_of,
        key=key_text(content) if shown else "",
        explanation=version.explanation if shown else "",
        quotes=quotes.get(version.id, NO_QUOTES) if shown else NO_QUOTES,
    )
