"""The questions of an attempt, with the order of their options: drawn once and stored."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from random import Random

from sqlalchemy import insert

from quizapp.attempts.models import AttemptItem
from quizapp.banks.queries import contents
from quizapp.core.kinds import draw_order
from quizapp.storage.database import db


def add_items(attempt_id: int, worth: Sequence[tuple[int, Decimal]], *, seed: str) -> None:
    """Add question versions to an attempt, each with what it is worth; one seed always gives one order."""
    known = contents(version_id for version_id, _points in worth)
    rows = [
        {
            "attempt_id": attempt_id,
            "position": position,
            "version_id": version_id,
            "option_order": list(draw_order(known[version_id], Random(f"{seed}:{version_id}"))),  # noqa: S311
            "points": points,
        }
        for position, (version_id, points) in enumerate(worth, start=1)
    ]
    db.session.execute(insert(AttemptItem), rows)
