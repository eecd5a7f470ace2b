"""The drafts of a bank in the order in which a teacher goes through them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, func, select

from quizapp.banks.models import BankDocument, Citation, Question, QuestionVersion
from quizapp.banks.rules import ACCEPTED, DRAFT, HIDDEN, RETIRED, is_newest
from quizapp.documents.models import Document
from quizapp.storage.database import db

READY = "ready"


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """Which drafts are wanted: those that cite a document of the bank, of a tier, of a kind; empty: all."""

    document: str = ""
    tier: str = ""
    kind: str = ""

    def values(self) -> dict[str, str]:
        """The filter as an address says it."""
        said = {"document": self.document, "tier": self.tier, "kind": self.kind}
        return {name: value for name, value in said.items() if value}


@dataclass(frozen=True, slots=True)
class Queue:
    """How far a review is: the question at hand and its place among all that there are, and what was decided before."""

    question_id: int | None
    place: int
    ready: int
    needing_an_eye: int
    accepted: int
    retired: int
    total: int  # all questions that the filter leaves, decided on or not

    @property
    def waiting(self) -> int:
        """How many drafts the filter leaves."""
        return self.ready + self.needing_an_eye

    @property
    def decided(self) -> int:
        """How many questions of the bank are drafts no more."""
        return self.accepted + self.retired


def review_queue(bank_id: int, wanted: QueueFilter, *, after: int = 0, at: int | None = None) -> Queue:
    """Return the queue at a question, or at the first draft after one; after the last comes the first again."""
    here = _drafts(bank_id, wanted)
    everything = _questions(bank_id, wanted)
    tiers = dict(db.session.execute(select(Question.tier, func.count()).where(*here).group_by(Question.tier)).all())
    states = dict(
        db.session.execute(
            select(Question.state, func.count()).where(Question.bank_id == bank_id).group_by(Question.state)
        ).all()
    )
    question = at if at is not None else _next(here, after)
    ready = tiers.get(READY, 0)
    return Queue(
        question_id=question,
        place=_place(everything, question) if question else 0,
        total=_place(everything),
        ready=ready,
        needing_an_eye=sum(tiers.values()) - ready,
        accepted=states.get(ACCEPTED, 0),
        retired=states.get(RETIRED, 0),
    )


def ready_drafts(bank_id: int, wanted: QueueFilter) -> tuple[int, ...]:
    """Return the drafts of the tier ready that a filter leaves."""
    query = select(Question.id).where(*_drafts(bank_id, wanted), Question.tier == READY).order_by(Question.id)
    return tuple(db.session.scalars(query))


def _next(here: list[ColumnElement[bool]], after: int) -> int | None:
    later = db.session.scalar(select(func.min(Question.id)).where(*here, Question.id > after))
    return later if later or not after else db.session.scalar(select(func.min(Question.id)).where(*here))


def _place(here: list[ColumnElement[bool]], question_id: int | None = None) -> int:
    until = [] if question_id is None else [Question.id <= question_id]
    return db.session.scalar(select(func.count()).select_from(Question).where(*here, *until)) or 0


def _drafts(bank_id: int, wanted: QueueFilter) -> list[ColumnElement[bool]]:
    return [*_questions(bank_id, wanted), Question.state == DRAFT]


def _questions(bank_id: int, wanted: QueueFilter) -> list[ColumnElement[bool]]:
    here: list[ColumnElement[bool]] = [Question.bank_id == bank_id, Question.state != HIDDEN]
    if wanted.tier:
        here.append(Question.tier == wanted.tier)
    if wanted.kind:
        here.append(_newest(QuestionVersion.kind == wanted.kind))
    if wanted.document:
        here.append(_cites(bank_id, wanted.document))
    return here


def _newest(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return select(QuestionVersion.id).where(is_newest(), condition).correlate(Question).exists()


def _cites(bank_id: int, key: str) -> ColumnElement[bool]:
    """Whether what a question says now cites a document of the bank, whichever revision of it."""
    lineage = (
        select(Document.key)
        .join(BankDocument, BankDocument.document_id == Document.id)
        .where(BankDocument.bank_id == bank_id, BankDocument.key == key)
    )
    revisions = select(Document.id).where(Document.key.in_(lineage))
    cited: Any = (
        select(Citation.id)
        .join(QuestionVersion, QuestionVersion.id == Citation.version_id)
        .where(is_newest(), Citation.document_id.in_(revisions))
    )
    condition: ColumnElement[bool] = cited.correlate(Question).exists()
    return condition
