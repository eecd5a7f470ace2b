"""What a rule found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["E", "W", "S"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One breach of a rule: E blocks publishing, W wants a recorded reason, S concerns a whole set.

    `reason` is the recorded reason for passing it; an E has none. `other` is the question it concerns besides.
    """

    rule: str
    severity: Severity
    question: str | None
    message: str
    fix: str
    reason: str = ""
    other: str = ""

    @property
    def blocks(self) -> bool:
        """Whether the question cannot be published as it is."""
        return self.severity == "E"
