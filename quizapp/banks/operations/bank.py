"""Keeping a bank and the documents it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select

from quizapp.banks.models import Bank, BankDocument
from quizapp.storage.database import db


@dataclass(frozen=True, slots=True)
class BankDetails:
    """What is said of a bank; the slug is stable."""

    slug: str
    title: str
    description: str = ""
    level: str = ""
    language: str = "en"


def keep_bank(
    details: BankDetails, documents: Mapping[str, int], *, folder_hash: str, owner_id: int | None, now: datetime
) -> int:
    """Keep a bank with the revision of each of its documents, and return its id."""
    bank = db.session.scalar(select(Bank).where(Bank.slug == details.slug))
    if bank is None:
        bank = Bank(slug=details.slug, owner_id=owner_id, created_at=now)
        db.session.add(bank)
    for name, value in asdict(details).items():
        setattr(bank, name, value)
    bank.folder_hash = folder_hash
    db.session.flush()
    db.session.execute(delete(BankDocument).where(BankDocument.bank_id == bank.id))
    rows = [{"bank_id": bank.id, "key": key, "document_id": document} for key, document in documents.items()]
    if rows:
        db.session.execute(insert(BankDocument), rows)
    return bank.id
