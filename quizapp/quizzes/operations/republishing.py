"""Publishing quizzes again because one of their questions was corrected; nothing else of them changes."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import select, update

from quizapp.banks.models import Question, QuestionVersion
from quizapp.banks.rules import ACCEPTED, is_newest
from quizapp.quizzes.edition_details import EditionDetails, ItemDetails
from quizapp.quizzes.errors import NoSuchQuiz, NotPublishable
from quizapp.quizzes.models import Edition, EditionItem, Quiz, QuizDraftItem
from quizapp.quizzes.operations.edition import freeze_edition
from quizapp.quizzes.queries.pinned import SETTINGS
from quizapp.storage.database import db


def republish_with(question_id: int, quiz_ids: Collection[int], owner_id: int, *, now: datetime) -> int:
    """Publish a teacher's quizzes as they are offered, but for one question as it reads now; return how many changed.

    What is being composed stays a draft. Attempts that are running keep the edition they began. Raises NoSuchQuiz for
    a quiz that is not hers, and NotPublishable where the question is not accepted.
    """
    _hold(quiz_ids, owner_id)
    newest = _newest(question_id)
    return sum(_republished(quiz_id, question_id, newest, now=now) for quiz_id in sorted(quiz_ids))


def _hold(quiz_ids: Collection[int], owner_id: int) -> None:
    hers = select(Quiz.id).where(Quiz.id.in_(quiz_ids), Quiz.owner_id == owner_id).order_by(Quiz.id)
    if set(db.session.scalars(hers.with_for_update())) != set(quiz_ids):
        raise NoSuchQuiz


def _newest(question_id: int) -> Any:
    """Held against changes until this is committed, so that what is frozen is what was accepted.

    After the quizzes, as publishing one does.
    """
    query = select(Question.state, QuestionVersion.id, QuestionVersion.number).join(QuestionVersion, is_newest())
    row = db.session.execute(query.where(Question.id == question_id).with_for_update(of=Question)).one()
    if row.state != ACCEPTED:
        raise NotPublishable([question_id])
    return row


def _republished(quiz_id: int, question_id: int, newest: Any, *, now: datetime) -> bool:
    edition = db.session.scalar(select(Edition).where(Edition.quiz_id == quiz_id, Edition.is_current))
    if edition is None:
        return False
    details = _details(edition)
    older = set(db.session.scalars(select(QuestionVersion.id).where(QuestionVersion.question_id == question_id)))
    items = [replace(one, version_id=newest.id) if one.version_id in older else one for one in details.items]
    held = QuizDraftItem.quiz_id == quiz_id, QuizDraftItem.question_id == question_id
    db.session.execute(update(QuizDraftItem).where(*held).values(version_number=newest.number))
    return freeze_edition(quiz_id, replace(details, items=items), now=now)


def _details(edition: Edition) -> EditionDetails:
    query = select(EditionItem.version_id, EditionItem.slot, EditionItem.points)
    rows = db.session.execute(query.where(EditionItem.edition_id == edition.id).order_by(EditionItem.position))
    settings: dict[str, Any] = {name: getattr(edition, name) for name in SETTINGS}
    return EditionDetails(items=[ItemDetails(*row) for row in rows], **settings)
