"""What a learner did, recomputed from the answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from quizapp.documents.queries import MarginMark


@dataclass(frozen=True, slots=True)
class PastAttempt:
    """One attempt; its score is there once it is submitted."""

    id: int
    quiz_id: int | None
    title: str
    mode: str  # quiz, practice
    state: str  # open, submitted
    started_at: datetime
    submitted_at: datetime | None
    count: int
    answered: int
    points: Decimal | None
    out_of: Decimal
    percent: int | None


@dataclass(frozen=True, slots=True)
class Standing:
    """How a learner stands in one quiz."""

    attempts: int  # submitted
    last_percent: int | None
    best_percent: int | None
    open_attempt_id: int | None


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """The score of one submitted attempt."""

    attempt_id: int
    title: str
    submitted_at: datetime
    percent: int


@dataclass(frozen=True, slots=True)
class Trend:
    """Scores from the oldest to the newest; direction compares the later half with the earlier one."""

    points: tuple[TrendPoint, ...]
    best: int | None
    average: int | None
    direction: str  # rising, falling, steady; empty with fewer than two scores


@dataclass(frozen=True, slots=True)
class FactStanding:
    """How a learner did on the questions of one fact."""

    fact_id: int
    statement: str
    asked: int
    right: int
    last_verdict: str  # of the newest answer: right, partly, wrong
    document_id: int | None  # where the fact can be read
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class FactsKnown:
    """Strong: the newest answer was right; weak: it was not. Weakest and strongest first."""

    strong: tuple[FactStanding, ...]
    weak: tuple[FactStanding, ...]


def attempts_of(learner_id: int) -> tuple[PastAttempt, ...]:
    """Return every attempt of a learner, the newest first."""
    raise NotImplementedError


def standings(learner_id: int) -> Mapping[int, Standing]:
    """Return how a learner stands in each quiz taken, by quiz id."""
    raise NotImplementedError


def trend(learner_id: int, quiz_id: int | None = None) -> Trend:
    """Return a learner's scores in one quiz, or in all of them."""
    raise NotImplementedError


def facts_of(learner_id: int) -> FactsKnown:
    """Return the facts a learner was asked about, where the answers may be shown."""
    raise NotImplementedError


def margin_marks(document_id: int, learner_id: int) -> tuple[MarginMark, ...]:
    """Return how the learner did on what a document states, for its reader's margin."""
    raise NotImplementedError
