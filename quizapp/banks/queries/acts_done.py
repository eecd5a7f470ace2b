"""What was done to questions, by whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import String, cast, select

from quizapp.accounts.models import Person
from quizapp.banks.models import BankAct
from quizapp.storage.database import db


@dataclass(frozen=True, slots=True)
class Decision:
    """The last thing somebody did to a question."""

    act: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class LastAct:
    """What undoing would take back: the act, how many questions it changed, and the first of them."""

    act: str
    count: int
    question_id: int


def last_decision(bank_id: int, question_id: int) -> Decision | None:
    """Return the last act on a question that was not undone."""
    named = cast(BankAct.before, String).like(f'%"question_id": {question_id},%')
    query = (
        select(BankAct.act, Person.display_name, BankAct.at)
        .join(Person, Person.id == BankAct.person_id)
        .where(BankAct.bank_id == bank_id, BankAct.undone_at.is_(None), named)
        .order_by(BankAct.id.desc())
        .limit(1)
    )
    row = db.session.execute(query).one_or_none()
    return Decision(*row) if row else None


def last_act(bank_id: int, person_id: int) -> LastAct | None:
    """Return what undoing would take back; None where there is nothing."""
    query = (
        select(BankAct.act, BankAct.before)
        .where(BankAct.bank_id == bank_id, BankAct.person_id == person_id, BankAct.undone_at.is_(None))
        .order_by(BankAct.id.desc())
        .limit(1)
    )
    row = db.session.execute(query).one_or_none()
    return LastAct(row.act, len(row.before), row.before[0]["question_id"]) if row else None
