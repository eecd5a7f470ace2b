"""What a bank is called, and whether it is in use."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import update

from quizapp.banks.models import Bank
from quizapp.storage.database import db


def describe_bank(bank_id: int, *, title: str, description: str, level: str) -> None:
    """Change what is said of a bank; its slug, and so every key in it, stays."""
    values = {"title": title, "description": description, "level": level}
    db.session.execute(update(Bank).where(Bank.id == bank_id).values(**values))


def archive_bank(bank_id: int, *, now: datetime) -> None:
    """Put a bank away: it leaves the lists, and nothing in it is lost."""
    db.session.execute(update(Bank).where(Bank.id == bank_id, Bank.archived_at.is_(None)).values(archived_at=now))


def restore_bank(bank_id: int) -> None:
    """Take a bank back into use."""
    db.session.execute(update(Bank).where(Bank.id == bank_id).values(archived_at=None))
