"""The edition that an attempt starts from."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from quizapp.quizzes.drawing import Item
from quizapp.quizzes.errors import NoSuchQuiz
from quizapp.quizzes.models import Edition, EditionItem, Quiz
from quizapp.quizzes.rules import is_published
from quizapp.storage.database import db


@dataclass(frozen=True, slots=True)
class CurrentEdition:
    """A quiz's newest edition with its settings and every item it may draw."""

    id: int
    title: str
    feedback: str
    shuffle: bool
    pick: int | None
    time_limit_seconds: int | None
    attempts_allowed: int | None
    items: tuple[Item, ...]


def current_edition(quiz_id: int) -> CurrentEdition:
    """Return the newest edition of a quiz; NoSuchQuiz where it has none. Who may take it is asked elsewhere."""
    query = select(Edition).join(Quiz, Quiz.id == Edition.quiz_id).where(Quiz.id == quiz_id, is_published())
    edition = db.session.scalar(query)
    if edition is None:
        raise NoSuchQuiz
    return CurrentEdition(
        id=edition.id,
        title=edition.title,
        feedback=edition.feedback,
        shuffle=edition.shuffle,
        pick=edition.pick,
        time_limit_seconds=edition.time_limit_seconds,
        attempts_allowed=edition.attempts_allowed,
        items=_items(edition.id),
    )


def newest_title(quiz_id: int) -> str:
    """Return the title of a quiz's newest edition, also of a quiz that was put away; NoSuchQuiz where it has none."""
    title = db.session.scalar(select(Edition.title).where(Edition.quiz_id == quiz_id, Edition.is_current))
    if title is None:
        raise NoSuchQuiz
    return title


def _items(edition_id: int) -> tuple[Item, ...]:
    query = (
        select(EditionItem.version_id, EditionItem.slot, EditionItem.points)
        .where(EditionItem.edition_id == edition_id)
        .order_by(EditionItem.position)
    )
    return tuple(Item(*row) for row in db.session.execute(query))
