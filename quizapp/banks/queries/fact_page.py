"""One fact as its page shows it: what it says, the passages that speak of it, and the questions that ask it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import aliased

from quizapp.banks.models import BankDocument, Question, QuestionVersion
from quizapp.banks.queries.drafts import drafts_of
from quizapp.banks.queries.linting import findings, sources_of_bank
from quizapp.banks.queries.permission import OpenBank, bank_of_fact
from quizapp.banks.rules import ACCEPTED, DRAFT, HIDDEN, is_newest
from quizapp.documents.errors import NoSuchFact
from quizapp.documents.models import Document, Fact, FactEvidence
from quizapp.documents.queries import PassageCard, Place, passage_cards
from quizapp.storage.database import db

ROLES = {"supports": "key", "agrees": "agrees", "disputes": "disputes"}


@dataclass(frozen=True, slots=True)
class FactPassage:
    """A passage that speaks of a fact; it is old where the bank rests on a newer revision of its document."""

    evidence_id: int
    stance: str  # supports, agrees, disputes
    card: PassageCard
    newest_id: int | None  # the revision the bank rests on; None where the bank has the document no more

    @property
    def is_old(self) -> bool:
        """Whether the words stand in a revision that the bank has left behind."""
        return self.newest_id != self.card.document_id


@dataclass(frozen=True, slots=True)
class FactQuestion:
    """A question that asks a fact."""

    id: int
    kind: str
    stem: str
    state: str
    tier: str
    doubt: str
    is_stale: bool
    names_source: bool = True  # a disputed fact's question must say whose word it goes by


@dataclass(frozen=True, slots=True)
class FactPage:
    """A fact with all that is said of it."""

    id: int
    bank: OpenBank
    statement: str
    note: str
    state: str
    tier: str
    doubt: str
    origin: str
    merged_into_id: int | None
    may_undo: str  # the act that can be taken back, if there is one
    passages: tuple[FactPassage, ...]
    questions: tuple[FactQuestion, ...]

    @property
    def is_disputed(self) -> bool:
        """Whether a passage says otherwise."""
        return any(row.stance == "disputes" for row in self.passages)


def fact_page(fact_id: int, person_id: int) -> FactPage:
    """Return a fact of a bank that a teacher may read; NoSuchFact for any other."""
    bank = bank_of_fact(fact_id, person_id)
    fact = db.session.get(Fact, fact_id)
    if fact is None:
        raise NoSuchFact
    passages = _passages(fact_id, bank.id)
    questions = questions_of_fact(fact_id, bank.id)
    if any(row.stance == "disputes" for row in passages):
        questions = _with_sources_named(questions, bank.id)
    return FactPage(
        id=fact.id,
        bank=bank,
        statement=fact.statement,
        note=fact.note,
        state=fact.state,
        tier=fact.tier,
        doubt=fact.doubt,
        origin=fact.origin,
        merged_into_id=fact.merged_into_id,
        may_undo=(fact.undo or {}).get("act", ""),
        passages=passages,
        questions=questions,
    )


def questions_of_fact(fact_id: int, bank_id: int) -> tuple[FactQuestion, ...]:
    """Return the questions of a bank that ask a fact, the accepted ones first; one may have been moved elsewhere."""
    version = QuestionVersion
    query = (
        select(
            *(Question.id, version.kind, version.stem, Question.state, Question.tier, Question.doubt),
            Question.stale_at.is_not(None),
        )
        .join(version, is_newest())
        .where(Question.fact_id == fact_id, Question.bank_id == bank_id, Question.state != HIDDEN)
        .order_by(Question.state, Question.id)
    )
    return tuple(FactQuestion(*row) for row in db.session.execute(query))


def _with_sources_named(questions: tuple[FactQuestion, ...], bank_id: int) -> tuple[FactQuestion, ...]:
    """Say of each question still in use whether it names its source, by the item rule itself."""
    asked = {row.id for row in questions if row.state in {DRAFT, ACCEPTED}}
    sources = sources_of_bank(bank_id)
    nameless = {
        question
        for question, draft in drafts_of(asked).items()
        if any(found.rule == "W26" and found.blocks for found in findings(draft, sources))
    }
    return tuple(replace(row, names_source=row.id not in nameless) for row in questions)


def _passages(fact_id: int, bank_id: int) -> tuple[FactPassage, ...]:
    rows = _evidence(fact_id, bank_id)
    places = [
        Place(row.document_id, row.start, row.end, ROLES[row.stance], row.value, row.note)  # type: ignore[arg-type]
        for row in rows
    ]
    cards = passage_cards(places)
    return tuple(FactPassage(row.id, row.stance, card, row.newest) for row, card in zip(rows, cards, strict=True))


def _evidence(fact_id: int, bank_id: int) -> Sequence[Any]:
    """The passages in the order of their documents, each with the revision of its document that the bank rests on."""
    newest = aliased(Document)
    held = (
        select(newest.key, newest.id)
        .join(BankDocument, BankDocument.document_id == newest.id)
        .where(BankDocument.bank_id == bank_id)
        .subquery()
    )
    evidence = FactEvidence
    query = (
        select(
            *(evidence.id, evidence.document_id, evidence.stance, evidence.value, evidence.note),
            *(evidence.start, evidence.end, held.c.id.label("newest")),
        )
        .join(Document, Document.id == evidence.document_id)
        .outerjoin(held, held.c.key == Document.key)
        .where(evidence.fact_id == fact_id)
        .order_by(evidence.stance.desc(), evidence.document_id, evidence.start)
    )
    return db.session.execute(query).all()
