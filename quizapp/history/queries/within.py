"""From when until when attempts count: by the moment they were handed in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement


@dataclass(frozen=True, slots=True)
class Within:
    """A stretch of time; its end is not in it any more, and None is no end at all."""

    begins: datetime | None = None
    ends: datetime | None = None

    @property
    def is_ever(self) -> bool:
        """Whether it leaves nothing out."""
        return self.begins is None and self.ends is None

    def holds(self, column: Any) -> tuple[ColumnElement[bool], ...]:
        """Return the conditions under which a moment is in it."""
        since = () if self.begins is None else (column >= self.begins,)
        until = () if self.ends is None else (column < self.ends,)
        return (*since, *until)


EVER = Within()
