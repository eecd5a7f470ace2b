"""Whose answers were or would be judged anew, as far as the teacher who looks may know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import select

from quizapp.accounts.models import Person
from quizapp.attempts.models import Answer, Attempt, AttemptItem
from quizapp.attempts.queries.given_text import given_text
from quizapp.attempts.rules import PRACTICE
from quizapp.banks.models import QuestionVersion
from quizapp.core.kinds import content_from, response_from
from quizapp.regrading.plan import joined
from quizapp.regrading.rules import answers_for, is_admin
from quizapp.storage.database import db
from quizapp.teaching.models import Class


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose answer it is, as far as the teacher who looks may know; name is empty where she may not."""

    name: str
    learner_id: int | None
    title: str
    class_id: int | None
    class_name: str
    is_practice: bool
    attempt_id: int
    given_text: str  # empty where nothing was answered


@dataclass(frozen=True, slots=True)
class ChangedAnswer:
    """One answer whose mark changes, or was changed."""

    whose: Whose
    points_before: Decimal
    verdict_before: str
    points_after: Decimal
    verdict_after: str
    out_of: Decimal


@dataclass(frozen=True, slots=True)
class AlikeAnswers:
    """What several answered alike, and how the mark of each changes."""

    given_text: str  # empty where nothing was answered
    points_before: Decimal
    verdict_before: str
    points_after: Decimal
    verdict_after: str
    out_of: Decimal
    count: int


def whose_answers(answer_ids: Sequence[int], person_id: int) -> dict[int, Whose]:
    """Return whose answers these are, by their id, as far as a teacher may know: she knows those she answers for."""
    query = (
        joined(
            select(
                Answer.id,
                Answer.response,
                AttemptItem.option_order,
                QuestionVersion.kind,
                QuestionVersion.content,
                Attempt.id.label("attempt_id"),
                Attempt.title,
                Attempt.mode,
                Person.id.label("person_id"),
                Person.display_name,
                Class.id.label("class_id"),
                Class.name.label("class_name"),
                ((answers_for(person_id) | is_admin(person_id)) & Person.erased_at.is_(None)).label("may_know"),
            )
        )
        .join(Answer, Answer.item_id == AttemptItem.id)
        .join(QuestionVersion, QuestionVersion.id == AttemptItem.version_id)
        .join(Person, Person.id == Attempt.learner_id)
        .where(Answer.id.in_(answer_ids))
    )
    return {row.id: _whose(row) for row in db.session.execute(query)}


def _whose(row: Any) -> Whose:
    content = content_from(row.kind, row.content)
    response = None if row.response is None else response_from(row.kind, row.response)
    is_practice = row.mode == PRACTICE
    may_know = bool(row.may_know) and not is_practice
    return Whose(
        name=row.display_name if may_know else "",
        learner_id=row.person_id if may_know else None,
        title=row.title,
        class_id=row.class_id if may_know else None,
        class_name=(row.class_name or "") if may_know else "",
        is_practice=is_practice,
        attempt_id=row.attempt_id,
        given_text=given_text(content, row.option_order, response),
    )
