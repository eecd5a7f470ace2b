"""What publishing a quiz would freeze now, and whether that differs from what is published."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import select

from quizapp.banks.models import Question, QuestionVersion
from quizapp.banks.rules import ACCEPTED, is_newest
from quizapp.quizzes.drawing import Item
from quizapp.quizzes.edition_details import EditionDetails, ItemDetails
from quizapp.quizzes.errors import NoSuchQuiz
from quizapp.quizzes.models import QuizDraft, QuizDraftItem
from quizapp.storage.database import db

SETTINGS = (
    *("title", "description", "feedback", "open_document", "shuffle"),
    *("pick", "time_limit_seconds", "attempts_allowed", "pass_percent"),
)


def edition_of_draft(quiz_id: int) -> EditionDetails:
    """Return what publishing would freeze: the settings, and the newest version of each question."""
    found = editions_of_drafts([quiz_id])
    if quiz_id not in found:
        raise NoSuchQuiz
    return found[quiz_id]


def editions_of_drafts(quiz_ids: Collection[int]) -> dict[int, EditionDetails]:
    """Return what publishing would freeze, for each of these quizzes that has a draft."""
    drafts = db.session.scalars(select(QuizDraft).where(QuizDraft.quiz_id.in_(quiz_ids))).all()
    items = _items(quiz_ids)
    return {draft.quiz_id: _details(draft, items.get(draft.quiz_id, [])) for draft in drafts}


def items_of(details: EditionDetails) -> list[Item]:
    """Return what an edition would hold as an attempt draws from it."""
    return [Item(item.version_id, item.slot, item.points) for item in details.items]


def lock_questions(quiz_id: int) -> None:
    """Let nobody change a question of a quiz until this is committed, so that what is frozen is what was accepted."""
    held = select(QuizDraftItem.question_id).where(QuizDraftItem.quiz_id == quiz_id)
    db.session.execute(
        select(Question.id).where(Question.id.in_(held)).order_by(Question.id).with_for_update(read=True)
    )


def waiting_questions(quiz_id: int) -> list[int]:
    """Return the questions of a quiz that are not accepted, or no longer, in their order."""
    query = (
        select(QuizDraftItem.question_id)
        .join(Question, Question.id == QuizDraftItem.question_id)
        .where(QuizDraftItem.quiz_id == quiz_id, Question.state != ACCEPTED)
        .order_by(QuizDraftItem.position)
    )
    return list(db.session.scalars(query))


def _items(quiz_ids: Collection[int]) -> dict[int, list[ItemDetails]]:
    query = (
        select(QuizDraftItem.quiz_id, QuestionVersion.id, Question.slot, QuizDraftItem.points)
        .join(Question, Question.id == QuizDraftItem.question_id)
        .join(QuestionVersion, is_newest())
        .where(QuizDraftItem.quiz_id.in_(quiz_ids))
        .order_by(QuizDraftItem.quiz_id, QuizDraftItem.position)
    )
    found: dict[int, list[ItemDetails]] = {}
    for quiz_id, version_id, slot, points in db.session.execute(query):
        found.setdefault(quiz_id, []).append(ItemDetails(version_id, slot, points))
    return found


def _details(draft: QuizDraft, items: Sequence[ItemDetails]) -> EditionDetails:
    settings: dict[str, Any] = {name: getattr(draft, name) for name in SETTINGS}
    return EditionDetails(items=items, **settings)
