"""What a teacher does about a question that its figures speak against."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete

from quizapp.history.models import FlagSeen
from quizapp.history.queries.suspects import Suspect
from quizapp.storage.database import db


def let_stand(person_id: int, suspect: Suspect, *, now: datetime) -> None:
    """Name a question no more on a teacher's desk: not before it is changed, or what was a hint is sure."""
    seen = db.session.get(FlagSeen, (person_id, suspect.version_id))
    if seen is None:
        seen = FlagSeen(person_id=person_id, version_id=suspect.version_id)
        db.session.add(seen)
    seen.was_hint, seen.at = suspect.is_hint, now
    db.session.flush()


def forget_what_was_seen(person_id: int) -> None:
    """Forget at which questions somebody who leaves for good has looked."""
    db.session.execute(delete(FlagSeen).where(FlagSeen.person_id == person_id))
