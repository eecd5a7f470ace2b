"""What a teacher did last in a bank, as far as it can be taken back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from quizapp.banks.models import BankAct
from quizapp.storage.database import db


@dataclass(frozen=True, slots=True)
class LastAct:
    """An act that undoing would take back."""

    act: str  # accept, reject, retire, reopen, tag, untag, move
    at: datetime


def last_act(bank_id: int, person_id: int) -> LastAct | None:
    """Return the last act of a person in a bank that was not taken back; None where there is none."""
    query = (
        select(BankAct.act, BankAct.at)
        .where(BankAct.bank_id == bank_id, BankAct.person_id == person_id, BankAct.undone_at.is_(None))
        .order_by(BankAct.id.desc())
        .limit(1)
    )
    row = db.session.execute(query).one_or_none()
    return None if row is None else LastAct(row.act, row.at)
