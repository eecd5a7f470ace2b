"""What an edition holds, before it is frozen."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class ItemDetails:
    """A question version in an edition; items of one slot are alternatives."""

    version_id: int
    slot: str
    points: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class EditionDetails:
    """What learners get: the quiz's words, its settings and its questions."""

    title: str
    description: str
    feedback: str  # after_each, at_end, after_due, on_release
    open_document: bool
    items: Sequence[ItemDetails]
    shuffle: bool = True
    pick: int | None = None
    time_limit_seconds: int | None = None
    attempts_allowed: int | None = None
    pass_percent: int | None = None

    @property
    def content_hash(self) -> str:
        """The hash of everything in the edition."""
        text = json.dumps(asdict(self), sort_keys=True, ensure_ascii=False, default=str)
        return sha256(text.encode()).hexdigest()
