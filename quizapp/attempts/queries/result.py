"""What came out of an attempt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from sqlalchemy import and_, bindparam, func, select

from quizapp.attempts.errors import NotShownYet
from quizapp.attempts.models import Answer, AttemptItem
from quizapp.attempts.queries.overview import Overview, overview_of
from quizapp.attempts.queries.reading import ReadableDocument, readable
from quizapp.attempts.rules import SUBMITTED, WITHHELD
from quizapp.attempts.sitting import Sitting, find_sitting
from quizapp.banks.models import Citation, Question, QuestionVersion
from quizapp.banks.rules import may_be_asked
from quizapp.core.statistics.scores import is_passed, percent
from quizapp.documents.models import Document
from quizapp.quizzes.queries import is_on_shelf
from quizapp.storage.database import db
from quizapp.teaching.queries.openings import openings


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One question of a finished attempt."""

    number: int
    stem: str
    kind: str
    verdict: str  # right, partly, wrong, unanswered
    points: Decimal
    out_of: Decimal
    can_be_practised: bool  # not wholly right, and not retired since


@dataclass(frozen=True, slots=True)
class Result:
    """A finished attempt: its score is computed from its answers."""

    overview: Overview
    points: Decimal
    out_of: Decimal
    percent: int  # 100 only where every point was won
    pass_percent: int | None
    passed: bool | None  # None where the quiz has no pass mark
    rows: tuple[ResultRow, ...]
    mistakes: int  # how many questions "practise my mistakes" would ask
    can_be_retaken: bool  # whether the quiz is still offered
    documents: tuple[ReadableDocument, ...]  # what its questions rest on, as far as it may be opened now
    started_at: datetime
    submitted_at: datetime


ROWS = (
    select(
        AttemptItem.position,
        QuestionVersion.stem,
        QuestionVersion.kind,
        Answer.verdict,
        Answer.points,
        Answer.out_of,
        and_(Answer.verdict != "right", may_be_asked()),
    )
    .join(Answer, Answer.item_id == AttemptItem.id)
    .join(QuestionVersion, QuestionVersion.id == AttemptItem.version_id)
    .join(Question, Question.id == QuestionVersion.question_id)
    .where(AttemptItem.attempt_id == bindparam("attempt"))
    .order_by(AttemptItem.position)
)
RESTS_ON = (
    select(Document.id, Document.title, Document.short_title)
    .join(Citation, Citation.document_id == Document.id)
    .join(AttemptItem, AttemptItem.version_id == Citation.version_id)
    .where(AttemptItem.attempt_id == bindparam("attempt"), Citation.role == "key")
    .group_by(Document.id, Document.title, Document.short_title)
    .order_by(func.count(AttemptItem.id.distinct()).desc(), Document.id)
)


def result(attempt_id: int, learner_id: int) -> Result:
    """Return what came out of a finished attempt; NotShownYet while it is open."""
    sitting = find_sitting(attempt_id, learner_id)
    if sitting.state != SUBMITTED or sitting.submitted_at is None:
        raise NotShownYet
    rows = tuple(ResultRow(*row) for row in db.session.execute(ROWS, {"attempt": attempt_id}))
    found = _result(sitting, rows, sitting.submitted_at, can_be_retaken=_can_be_retaken(sitting, learner_id))
    return replace(found, documents=_documents(attempt_id, learner_id))


def _documents(attempt_id: int, learner_id: int) -> tuple[ReadableDocument, ...]:
    """The documents that decide its questions, the one most of them rest on first."""
    rows = [ReadableDocument(*row) for row in db.session.execute(RESTS_ON, {"attempt": attempt_id})]
    may_read = readable([row.id for row in rows], learner_id)
    return tuple(row for row in rows if row.id in may_read)


def _can_be_retaken(sitting: Sitting, learner_id: int) -> bool:
    quiz_id = sitting.quiz_id
    if quiz_id is None or sitting.feedback in WITHHELD:
        return False
    return is_on_shelf(quiz_id) or bool(openings(learner_id, quiz_id))


def _result(sitting: Sitting, rows: tuple[ResultRow, ...], submitted_at: datetime, *, can_be_retaken: bool) -> Result:
    points = sum((row.points for row in rows), Decimal(0))
    out_of = sum((row.out_of for row in rows), Decimal(0))
    mark = sitting.pass_percent
    return Result(
        overview=overview_of(sitting),
        points=points,
        out_of=out_of,
        percent=percent(points, out_of),
        pass_percent=mark,
        passed=None if mark is None else is_passed(points, out_of, mark),
        rows=rows,
        mistakes=sum(row.can_be_practised for row in rows),
        can_be_retaken=can_be_retaken,
        documents=(),
        started_at=sitting.started_at,
        submitted_at=submitted_at,
    )
