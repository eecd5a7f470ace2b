"""Letting other teachers read a bank, or edit it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete

from quizapp.accounts.queries import SignedIn
from quizapp.accounts.queries.people import teacher_named
from quizapp.banks.errors import NotShared
from quizapp.banks.models import Bank, BankShare
from quizapp.storage.database import db
from quizapp.storage.upsert import upsert

NO_SUCH_TEACHER = "No teacher here signs in with that name. Ask for the username, not the name that is shown."
ITS_OWNER = "This bank is yours already; type another teacher’s username."


def share_bank(bank_id: int, username: str, *, may_edit: bool, now: datetime) -> SignedIn:
    """Let the teacher of a username read a bank, or edit it; NotShared says why that cannot be."""
    person = teacher_named(username)
    if person is None:
        raise NotShared(NO_SUCH_TEACHER)
    if person.id == db.session.get_one(Bank, bank_id).owner_id:
        raise NotShared(ITS_OWNER)
    upsert(BankShare, [{"bank_id": bank_id, "person_id": person.id, "may_edit": may_edit, "shared_at": now}])
    return person


def unshare_bank(bank_id: int, person_id: int) -> bool:
    """Take a bank off a teacher's list, and say whether it was on it; what she changed in it stays."""
    shared = BankShare.bank_id == bank_id, BankShare.person_id == person_id
    return bool(db.session.scalars(delete(BankShare).where(*shared).returning(BankShare.person_id)).all())
