"""A question as it is asked: nothing here tells its key."""

from __future__ import annotations

from dataclasses import dataclass

from quizapp.attempts.given import Given
from quizapp.attempts.queries.overview import Overview


@dataclass(frozen=True, slots=True)
class Prompt:
    """What there is to answer with, in the order shown; position 1 comes first.

    options: choice, multiple, true_false ("True", "False") and the items of an ordering.
    lefts, rights: the two sides of a matching. hint: of a cloze. unit: of a number.
    """

    options: tuple[str, ...] = ()
    lefts: tuple[str, ...] = ()
    rights: tuple[str, ...] = ()
    hint: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class ReadableDocument:
    """A document that may be read while answering."""

    id: int
    title: str
    short_title: str


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question with the answer saved so far; revision 0 means none, is_final that it cannot be changed."""

    overview: Overview
    number: int
    kind: str
    stem: str
    prompt: Prompt
    given: Given | None
    revision: int
    sure: bool | None
    is_final: bool
    documents: tuple[ReadableDocument, ...]  # empty in a closed quiz


def open_question(attempt_id: int, number: int, learner_id: int) -> OpenQuestion:
    """Return a question of an attempt without its key; NoSuchAttempt where there is none."""
    raise NotImplementedError
