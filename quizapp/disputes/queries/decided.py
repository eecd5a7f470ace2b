"""What learners said was wrong, and what became of it, as they see it themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, func, select

from quizapp.accounts.models import Person
from quizapp.attempts.models import Answer, Attempt, AttemptItem
from quizapp.banks.models import QuestionVersion
from quizapp.disputes.models import Dispute
from quizapp.disputes.rules import WITHDRAWN
from quizapp.documents.models import Document
from quizapp.storage.database import db

MOST_TOLD = 5
PAGE_SIZE = 25


@dataclass(frozen=True, slots=True)
class DisputeOfAnswer:
    """A dispute as its learner sees it: what was said, of which question, and what was decided."""

    id: int
    attempt_id: int
    number: int
    stem: str
    words: str
    exact: str  # the passage chosen; empty where none was
    title: str  # of its document
    state: str  # open, upheld, declined, withdrawn
    word: str  # the teacher's
    decided_by: str
    made_at: datetime
    decided_at: datetime | None
    is_seen: bool
    is_judged_anew: bool  # answers to the question were judged anew because of it


@dataclass(frozen=True, slots=True)
class OwnDisputes:
    """One page of what a learner said was wrong."""

    rows: tuple[DisputeOfAnswer, ...]
    total: int
    page: int
    pages: int


def dispute_of_answer(attempt_id: int, number: int, learner_id: int) -> DisputeOfAnswer | None:
    """Return the dispute of a learner's own answer, unless there is none or it was withdrawn."""
    query = _own(learner_id).where(Attempt.id == attempt_id, AttemptItem.position == number)
    rows = _views(db.session.execute(query).all())
    return rows[0] if rows else None


def own_dispute(dispute_id: int, learner_id: int) -> DisputeOfAnswer | None:
    """Return one dispute of a learner's own, also one that was withdrawn."""
    rows = _views(db.session.execute(OWN.where(Attempt.learner_id == learner_id, Dispute.id == dispute_id)).all())
    return rows[0] if rows else None


def own_disputes(learner_id: int, *, page: int = 1, size: int = PAGE_SIZE) -> OwnDisputes:
    """Return one page of what a learner said was wrong, the newest first; too far is the last page."""
    total = db.session.scalar(_own(learner_id).with_only_columns(func.count(Dispute.id))) or 0
    pages = max(1, -(-total // size))
    page = min(max(1, page), pages)
    query = _own(learner_id).order_by(Dispute.made_at.desc(), Dispute.id.desc())
    rows = db.session.execute(query.limit(size).offset((page - 1) * size)).all()
    return OwnDisputes(_views(rows), total, page, pages)


def decisions_to_see(learner_id: int) -> tuple[DisputeOfAnswer, ...]:
    """Return what was decided that a learner has not seen, the newest first, as many as one looks at together."""
    # Not by its state, whose index would lead through everybody's disputes.
    query = _own(learner_id).where(Dispute.decided_at.is_not(None), Dispute.seen_at.is_(None))
    return _views(db.session.execute(query.order_by(Dispute.decided_at.desc()).limit(MOST_TOLD)).all())


def _own(learner_id: int) -> Select[*tuple[Any, ...]]:
    return OWN.where(Attempt.learner_id == learner_id, Dispute.state != WITHDRAWN)


OWN = (
    select(Dispute, Attempt.id.label("attempt_id"), AttemptItem.position, QuestionVersion.stem)
    .add_columns(Document.title, Person.display_name)
    .join(Answer, Answer.id == Dispute.answer_id)
    .join(AttemptItem, AttemptItem.id == Answer.item_id)
    .join(Attempt, Attempt.id == AttemptItem.attempt_id)
    .join(QuestionVersion, QuestionVersion.id == AttemptItem.version_id)
    .outerjoin(Document, Document.id == Dispute.document_id)
    .outerjoin(Person, Person.id == Dispute.decided_by_id)
)


def _views(rows: Sequence[Row[Any]]) -> tuple[DisputeOfAnswer, ...]:
    return tuple(_view(row.Dispute, row) for row in rows)


def _view(dispute: Dispute, row: Row[Any]) -> DisputeOfAnswer:
    return DisputeOfAnswer(
        id=dispute.id,
        attempt_id=row.attempt_id,
        number=row.position,
        stem=row.stem,
        words=dispute.words,
        exact=dispute.exact,
        title=row.title or "",
        state=dispute.state,
        word=dispute.word,
        decided_by=row.display_name or "",
        made_at=dispute.made_at,
        decided_at=dispute.decided_at,
        is_seen=dispute.seen_at is not None,
        is_judged_anew=dispute.regrade_id is not None,
    )
