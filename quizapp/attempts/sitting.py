"""The rows of one attempt, as operations and queries both need them: few statements, built once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import bindparam, func, select

from quizapp.attempts.errors import NoSuchAttempt
from quizapp.attempts.models import Answer, Attempt, AttemptItem
from quizapp.attempts.rules import is_shown
from quizapp.banks.models import Question, QuestionVersion
from quizapp.core.kinds import Content, Response, content_from, response_from
from quizapp.practice.models import Memory
from quizapp.quizzes.models import Edition
from quizapp.storage.database import db


@dataclass(frozen=True, slots=True)
class Sitting:
    """An attempt with the settings of its edition; practice has none and is open document."""

    attempt_id: int
    title: str
    mode: str
    feedback: str
    state: str
    started_at: datetime
    deadline: datetime | None
    submitted_at: datetime | None
    quiz_id: int | None
    open_document: bool | None
    pass_percent: int | None


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of an attempt as stored, with its answer and what the learner remembers of it."""

    sitting: Sitting
    number: int
    item_id: int
    version_id: int
    version_number: int
    newest_number: int  # of the question's versions
    order: list[int]
    worth: Decimal
    kind: str
    stem: str
    content: Content
    explanation: str
    source: str  # what a question without a document names
    question_id: int
    bank_id: int
    answer_id: int | None
    response_row: dict[str, Any] | None
    revision: int
    token: str
    points: Decimal
    verdict: str
    sure: bool | None
    answered_at: datetime | None
    memory: dict[str, Any] | None

    @property
    def response(self) -> Response | None:
        """The answer given; None where nothing was."""
        return response_from(self.kind, self.response_row) if self.response_row is not None else None

    @property
    def is_final(self) -> bool:
        """Whether the answer can no longer be changed, so that its key may be shown."""
        sitting = self.sitting
        return is_shown(feedback=sitting.feedback, state=sitting.state, answered=self.answer_id is not None)


SITTING: dict[str, Any] = {
    "attempt_id": Attempt.id,
    "title": Attempt.title,
    "mode": Attempt.mode,
    "feedback": Attempt.feedback,
    "state": Attempt.state,
    "started_at": Attempt.started_at,
    "deadline": Attempt.deadline,
    "submitted_at": Attempt.submitted_at,
    "quiz_id": Edition.quiz_id,
    "open_document": Edition.open_document,
    "pass_percent": Edition.pass_percent,
}
QUESTION: dict[str, Any] = {
    "number": AttemptItem.position,
    "item_id": AttemptItem.id,
    "version_id": AttemptItem.version_id,
    "version_number": QuestionVersion.number,
    "newest_number": Question.version_number,
    "order": AttemptItem.option_order,
    "worth": AttemptItem.points,
    "kind": QuestionVersion.kind,
    "stem": QuestionVersion.stem,
    "content": QuestionVersion.content,
    "explanation": QuestionVersion.explanation,
    "source": QuestionVersion.source,
    "question_id": Question.id,
    "bank_id": Question.bank_id,
    "answer_id": Answer.id,
    "response_row": Answer.response,
    "revision": func.coalesce(Answer.revision, 0),
    "token": func.coalesce(Answer.token, ""),
    "points": Answer.points,
    "verdict": func.coalesce(Answer.verdict, ""),
    "sure": Answer.sure,
    "answered_at": Answer.answered_at,
    "memory": Memory.state,
}
OWN = (Attempt.id == bindparam("attempt"), Attempt.learner_id == bindparam("learner"))


def _columns(named: Mapping[str, Any]) -> list[Any]:
    return [column.label(name) for name, column in named.items()]


FIND = select(*_columns(SITTING)).outerjoin(Edition, Edition.id == Attempt.edition_id).where(*OWN)
ASKED = (
    select(*_columns(SITTING), *_columns(QUESTION))
    .outerjoin(Edition, Edition.id == Attempt.edition_id)
    .join(AttemptItem, AttemptItem.attempt_id == Attempt.id)
    .join(QuestionVersion, QuestionVersion.id == AttemptItem.version_id)
    .join(Question, Question.id == QuestionVersion.question_id)
    .outerjoin(Answer, Answer.item_id == AttemptItem.id)
    .outerjoin(Memory, (Memory.question_id == Question.id) & (Memory.learner_id == Attempt.learner_id))
    .where(*OWN, AttemptItem.position == bindparam("number"))
)
LOCK = select(Attempt.id).where(*OWN).with_for_update()


def find_sitting(attempt_id: int, learner_id: int) -> Sitting:
    """Return a learner's own attempt; NoSuchAttempt for any other."""
    row = db.session.execute(FIND, {"attempt": attempt_id, "learner": learner_id}).one_or_none()
    if row is None:
        raise NoSuchAttempt
    return Sitting(**row._mapping)


def find_asked(attempt_id: int, number: int, learner_id: int) -> Asked:
    """Return one question of a learner's own attempt; NoSuchAttempt for any other."""
    values = {"attempt": attempt_id, "learner": learner_id, "number": number}
    row = db.session.execute(ASKED, values).one_or_none()
    if row is None:
        raise NoSuchAttempt
    found = dict(row._mapping)
    sitting = Sitting(**{name: found.pop(name) for name in SITTING})
    return Asked(sitting=sitting, content=content_from(found["kind"], found.pop("content")), **found)


def lock_attempt(attempt_id: int, learner_id: int) -> None:
    """Let one writer at a time change an attempt; on SQLite the transaction is that lock already."""
    if db.engine.dialect.name != "sqlite":
        db.session.execute(LOCK, {"attempt": attempt_id, "learner": learner_id})
