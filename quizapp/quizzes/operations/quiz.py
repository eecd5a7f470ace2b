"""Keeping a quiz: a change publishes a new edition; editions never change."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from decimal import Decimal
from hashlib import sha256

from sqlalchemy import insert, select, update

from quizapp.quizzes.models import Edition, EditionItem, Quiz
from quizapp.storage.database import db


@dataclass(frozen=True, slots=True)
class QuizDetails:
    """Where a quiz belongs and who may take it; bank and slug are stable."""

    bank_id: int
    slug: str
    position: int
    owner_id: int | None = None
    audience: str = "everyone"


@dataclass(frozen=True, slots=True)
class ItemDetails:
    """A question version in an edition; items of one slot are alternatives."""

    version_id: int
    slot: str
    points: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class EditionDetails:
    """What learners get: the quiz's words, its settings and its questions."""

    title: str
    description: str
    feedback: str  # after_each, at_end
    open_document: bool
    items: Sequence[ItemDetails]
    shuffle: bool = True
    pick: int | None = None
    time_limit_seconds: int | None = None
    attempts_allowed: int | None = None
    pass_percent: int | None = None

    @property
    def content_hash(self) -> str:
        """The hash of everything in the edition."""
        text = json.dumps(asdict(self), sort_keys=True, ensure_ascii=False, default=str)
        return sha256(text.encode()).hexdigest()


def keep_quiz(details: QuizDetails, edition: EditionDetails, *, now: datetime) -> bool:
    """Keep a quiz and say whether a new edition had to be published."""
    quiz = db.session.scalar(select(Quiz).where(Quiz.bank_id == details.bank_id, Quiz.slug == details.slug))
    if quiz is None:
        quiz = Quiz()
        db.session.add(quiz)
    for name, value in asdict(details).items():
        setattr(quiz, name, value)
    quiz.archived_at = None
    db.session.flush()
    return _publish(quiz.id, edition, now=now)


def archive_other_quizzes(bank_id: int, kept: Collection[str], *, now: datetime) -> None:
    """Take every other quiz of a bank off the shelf; attempts at it stay."""
    others = Quiz.bank_id == bank_id, Quiz.owner_id.is_(None), Quiz.slug.not_in(kept), Quiz.archived_at.is_(None)
    db.session.execute(update(Quiz).where(*others).values(archived_at=now))


def _publish(quiz_id: int, details: EditionDetails, *, now: datetime) -> bool:
    current = db.session.scalar(select(Edition).where(Edition.quiz_id == quiz_id, Edition.is_current))
    if current and current.content_hash == details.content_hash:
        return False
    if current:
        current.is_current = False
        db.session.flush()
    values = {name: value for name, value in asdict(details).items() if name != "items"}
    edition = Edition(
        quiz_id=quiz_id,
        number=current.number + 1 if current else 1,
        is_current=True,
        content_hash=details.content_hash,
        published_at=now,
        **values,
    )
    db.session.add(edition)
    db.session.flush()
    db.session.execute(insert(EditionItem), item_rows(edition.id, details.items))
    return True


def item_rows(edition_id: int, items: Sequence[ItemDetails]) -> list[dict[str, object]]:
    """Return the rows of an edition's items, in order."""
    return [
        {"edition_id": edition_id, "position": position, **asdict(item)} for position, item in enumerate(items, start=1)
    ]
