"""The answers of one attempt, as whoever teaches reads them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import select

from quizapp.attempts.models import Answer, AttemptItem
from quizapp.attempts.queries.given_text import given_text
from quizapp.banks.models import QuestionVersion
from quizapp.core.kinds import content_from, key_text, response_from
from quizapp.regrading.queries import MarkedAgain, MarksChanged, marked_again
from quizapp.storage.database import db


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """One answer: what was asked, what was said, what is right, and what it earned."""

    number: int
    question_id: int
    stem: str
    given_text: str  # empty where nothing was answered
    key_text: str
    verdict: str  # right, partly, wrong, unanswered; empty while there is no answer yet
    points: Decimal
    out_of: Decimal
    sure: bool | None
    marked_again: tuple[MarkedAgain, ...]  # every change of its mark, the oldest first


def given_answers(attempt_id: int) -> tuple[GivenAnswer, ...]:
    """Return every answer of an attempt, in its order."""
    query = (
        select(AttemptItem, QuestionVersion, Answer)
        .join(QuestionVersion, QuestionVersion.id == AttemptItem.version_id)
        .outerjoin(Answer, Answer.item_id == AttemptItem.id)
        .where(AttemptItem.attempt_id == attempt_id)
        .order_by(AttemptItem.position)
    )
    changed = marked_again(attempt_id)
    return tuple(_given(*row, changed) for row in db.session.execute(query))


def _given(item: AttemptItem, version: QuestionVersion, answer: Answer | None, changed: MarksChanged) -> GivenAnswer:
    content = content_from(version.kind, version.content)
    stored = answer.response if answer else None
    response = None if stored is None else response_from(version.kind, stored)
    return GivenAnswer(
        number=item.position,
        question_id=version.question_id,
        stem=version.stem,
        given_text=given_text(content, item.option_order, response),
        key_text=key_text(content),
        verdict=answer.verdict if answer else "",
        points=answer.points if answer else Decimal(0),
        out_of=item.points,
        sure=answer.sure if answer else None,
        marked_again=changed.of(item.position),
    )
