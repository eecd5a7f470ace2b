"""What waits for a teacher in the banks she may edit."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select

from quizapp.banks.models import Bank, BankDocument, Question
from quizapp.banks.rules import ACCEPTED, DRAFT, may_edit_bank
from quizapp.documents.models import Fact
from quizapp.storage.database import db

MOST_BANKS = 20


@dataclass(frozen=True, slots=True)
class WaitingBank:
    """A bank in which something waits: drafts, or what a newer revision of a document made stale."""

    id: int
    title: str
    drafts: int
    stale_questions: int
    stale_facts: int

    @property
    def stale(self) -> int:
        """How much is stale, questions and facts together."""
        return self.stale_questions + self.stale_facts


@dataclass(frozen=True, slots=True)
class Begun:
    """How far a teacher has come with banks of her own, or that she may edit."""

    has_document: bool
    has_question: bool  # one that is not retired, whether reviewed or not
    has_accepted: bool


def waiting_banks(person_id: int) -> tuple[WaitingBank, ...]:
    """Return the banks in use in which something waits for a teacher, those with most drafts first."""
    questions = select(func.count()).where(Question.bank_id == Bank.id).correlate(Bank)
    drafts = questions.where(Question.state == DRAFT).scalar_subquery()
    stale = questions.where(Question.stale_at.is_not(None), Question.state.in_((DRAFT, ACCEPTED))).scalar_subquery()
    facts = select(func.count()).where(Fact.bank_slug == Bank.slug, Fact.state == "stale").correlate(Bank)
    waiting = (
        select(
            *(Bank.id, Bank.title, drafts.label("drafts")),
            *(stale.label("stale_questions"), facts.scalar_subquery().label("stale_facts")),
        )
        .where(may_edit_bank(person_id), Bank.archived_at.is_(None))
        .subquery()
    )
    something = (waiting.c.drafts > 0) | (waiting.c.stale_questions > 0) | (waiting.c.stale_facts > 0)
    query = select(waiting).where(something).order_by(waiting.c.drafts.desc(), waiting.c.title).limit(MOST_BANKS)
    return tuple(WaitingBank(*row) for row in db.session.execute(query))


def begun(person_id: int) -> Begun:
    """Return how far a teacher has come."""
    hers = may_edit_bank(person_id)
    document = select(BankDocument.bank_id).join(Bank, Bank.id == BankDocument.bank_id).where(hers).exists()
    question = select(Question.id).join(Bank, Bank.id == Question.bank_id).where(hers)
    there = question.where(Question.state.in_((ACCEPTED, DRAFT))).exists()
    accepted = question.where(Question.state == ACCEPTED).exists()
    row = db.session.execute(select(document, there, accepted)).one()
    return Begun(bool(row[0]), bool(row[1]), bool(row[2]))
