"""A teacher's banks, and her part in those of others, when she leaves for good."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, select, update

from quizapp.banks.models import Bank, BankShare
from quizapp.storage.database import db


def hand_on_banks(owner_id: int, heir_id: int) -> None:
    """Give the banks of one teacher to another; what they were shared with stays so."""
    theirs = select(Bank.id).where(Bank.owner_id == owner_id)
    shared = BankShare.person_id == heir_id, BankShare.bank_id.in_(theirs)
    db.session.execute(delete(BankShare).where(*shared))
    db.session.execute(update(Bank).where(Bank.owner_id == owner_id).values(owner_id=heir_id))


def put_banks_away(owner_id: int, *, now: datetime) -> None:
    """Put all banks of a teacher away; whoever they are shared with finds them in the archive."""
    theirs = Bank.owner_id == owner_id
    db.session.execute(update(Bank).where(theirs, Bank.archived_at.is_(None)).values(archived_at=now))


def share_nothing_with(person_id: int) -> None:
    """Take from a person what others share with them."""
    db.session.execute(delete(BankShare).where(BankShare.person_id == person_id))
