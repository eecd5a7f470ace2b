"""Freezing an edition: a change publishes a new one; editions never change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import insert, select

from quizapp.quizzes.edition_details import EditionDetails, ItemDetails
from quizapp.quizzes.models import Edition, EditionItem
from quizapp.storage.database import db


def freeze_edition(quiz_id: int, details: EditionDetails, *, now: datetime) -> bool:
    """Make this the quiz's newest edition, and say whether it differs from the one before."""
    current = db.session.scalar(select(Edition).where(Edition.quiz_id == quiz_id, Edition.is_current))
    if current and current.content_hash == details.content_hash:
        return False
    if current:
        current.is_current = False
        db.session.flush()
    values = {name: value for name, value in asdict(details).items() if name != "items"}
    edition = Edition(
        quiz_id=quiz_id,
        number=current.number + 1 if current else 1,
        is_current=True,
        content_hash=details.content_hash,
        published_at=now,
        **values,
    )
    db.session.add(edition)
    db.session.flush()
    db.session.execute(insert(EditionItem), _item_rows(edition.id, details.items))
    return True


def _item_rows(edition_id: int, items: Sequence[ItemDetails]) -> list[dict[str, object]]:
    return [
        {"edition_id": edition_id, "position": position, **asdict(item)} for position, item in enumerate(items, start=1)
    ]
