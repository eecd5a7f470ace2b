"""Keeping a bank and the documents it rests on."""

from __future__ import annotations

import re
import secrets
import unicodedata
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select

from quizapp.banks.errors import SlugTaken
from quizapp.banks.models import Bank, BankDocument
from quizapp.storage.database import db

SLUG_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"
SLUG_WORDS = 40
TAKEN = "The slug “{slug}” is that of “{title}”, which belongs to a teacher here: give the folder another slug."


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
    """Keep a bank with the revision of each of its documents, and return its id; SlugTaken where it is another's."""
    bank = db.session.scalar(select(Bank).where(Bank.slug == details.slug))
    if bank is not None and bank.owner_id != owner_id:
        raise SlugTaken(TAKEN.format(slug=details.slug, title=bank.title))
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


def make_bank(owner_id: int, title: str, now: datetime) -> int:
    """Make an empty bank of a teacher's own and return its id."""
    bank = Bank(
        slug=_own_slug(title),
        title=title,
        description="",
        level="",
        language="en",
        owner_id=owner_id,
        folder_hash="",
        created_at=now,
    )
    db.session.add(bank)
    db.session.flush()
    return bank.id


def add_document_to_bank(bank_id: int, key: str, document_id: int) -> None:
    """Let a bank rest on a document under a key of its own; a key it knows moves to this revision."""
    row = db.session.get(BankDocument, (bank_id, key))
    if row is None:
        db.session.add(BankDocument(bank_id=bank_id, key=key, document_id=document_id))
    else:
        row.document_id = document_id
    db.session.flush()


def _own_slug(title: str) -> str:
    """The sign before the random letters stands in no shipped bank's slug, so the two never meet."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = "-".join(re.findall(r"[a-z0-9]+", plain))[:SLUG_WORDS].strip("-") or "bank"
    return f"{words}~{''.join(secrets.choice(SLUG_LETTERS) for _ in range(6))}"
