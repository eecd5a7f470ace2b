"""A wrong answer that somebody might give, and why it is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from quizapp.core.generation.entry import Entry
from quizapp.core.generation.facts.evidence import own_citation_data, read_own_citation
from quizapp.core.kinds import Citation


@dataclass(frozen=True, slots=True)
class Distractor:
    """A text of its own, or the key of another ask (`source` is that ask's slot)."""

    text: str = ""
    reason: str = ""
    citation: Citation | None = None
    source: str = ""

    def data(self) -> dict[str, Any]:
        """The distractor as it is written in a file."""
        row = {"from": self.source, "text": self.text, "reason": self.reason}
        return {**{name: value for name, value in row.items() if value}, **own_citation_data(self.citation)}


def read_distractor(entry: Entry) -> Distractor:
    """Read a distractor; one with a text of its own must say why it is wrong."""
    borrowed = entry.has("from")
    source = entry.text("from", needed=False)
    text, reason = entry.text("text", needed=not borrowed), entry.text("reason", needed=not borrowed)
    return Distractor(text, reason, read_own_citation(entry), source)
