"""Quizzes as learners choose them."""

from __future__ import annotations

from dataclasses import dataclass

from quizapp.documents.queries import Source


@dataclass(frozen=True, slots=True)
class ShelfEntry:
    """A quiz on the shelf; the learner's own figures are in history.queries.standings."""

    quiz_id: int
    title: str
    description: str
    bank_title: str
    level: str
    question_count: int  # how many an attempt asks
    minutes: int  # about how long it takes
    time_limit_minutes: int | None
    feedback: str  # after_each, at_end
    open_document: bool


@dataclass(frozen=True, slots=True)
class Cover:
    """What a quiz covers, its sources, and how it is taken and marked."""

    quiz_id: int
    edition_id: int
    title: str
    description: str
    bank_title: str
    level: str
    language: str
    question_count: int
    minutes: int
    time_limit_minutes: int | None
    feedback: str  # after_each, at_end
    open_document: bool
    shuffle: bool
    attempts_allowed: int | None
    pass_percent: int | None
    kinds: tuple[str, ...]  # names of core.kinds.KINDS
    marking: tuple[str, ...]  # how it is marked, in sentences
    sources: tuple[Source, ...]


def shelf() -> tuple[ShelfEntry, ...]:
    """Return the quizzes offered to everyone, in the order of the shelf."""
    raise NotImplementedError


def cover(quiz_id: int) -> Cover:
    """Return a quiz's cover; NoSuchQuiz where it is not offered."""
    raise NotImplementedError
