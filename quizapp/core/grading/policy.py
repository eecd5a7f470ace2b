"""How answers are marked where a quiz may choose."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Policy:
    """The marking rules of a quiz; `slip` forgives a slip of the finger in typed words."""

    slip: bool = True
