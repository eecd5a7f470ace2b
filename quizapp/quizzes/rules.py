"""Who may take a quiz, and how long one takes."""

from __future__ import annotations

from sqlalchemy import ColumnElement, and_

from quizapp.quizzes.models import Edition, Quiz

EVERYONE, LINK, CLASSES = "everyone", "link", "classes"
SECONDS_A_QUESTION = 30


def is_published() -> ColumnElement[bool]:
    """The condition under which a quiz can be taken by whoever may: it has an edition and is not archived."""
    return and_(Edition.is_current, Quiz.archived_at.is_(None))


def is_offered() -> ColumnElement[bool]:
    """The condition under which a quiz is offered: published, for everyone, not archived."""
    return and_(is_published(), Quiz.audience == EVERYONE)


def question_count(slots: int, pick: int | None) -> int:
    """Return how many questions an attempt asks."""
    return slots if pick is None else min(slots, pick)


def about_minutes(questions: int) -> int:
    """Return about how long so many questions take."""
    return max(1, round(questions * SECONDS_A_QUESTION / 60))


def limit_minutes(seconds: int | None) -> int | None:
    """Return a time limit in minutes."""
    return None if seconds is None else seconds // 60
