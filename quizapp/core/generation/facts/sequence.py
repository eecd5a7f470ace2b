"""Events in their order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from quizapp.core.generation.entry import Entry
from quizapp.core.generation.facts.evidence import own_citation_data, read_citation, read_own_citation
from quizapp.core.generation.facts.overrides import read_overrides
from quizapp.core.kinds import Citation

LEAST_EVENTS, MOST_EVENTS = 3, 8


@dataclass(frozen=True, slots=True)
class Event:
    """What happened, when, and where that can be read."""

    text: str
    when: str = ""
    citation: Citation | None = None
    supported_by: tuple[str, ...] = ()

    def data(self) -> dict[str, Any]:
        """The event as it is written in a file."""
        row = {"text": self.text, "when": self.when, "supported_by": list(self.supported_by)}
        return {**{name: value for name, value in row.items() if value}, **own_citation_data(self.citation)}


@dataclass(frozen=True, slots=True)
class Sequence:
    """Events that stand in the right order, and the question that asks for it."""

    id: str
    slot: str
    question: str
    events: tuple[Event, ...]
    why: str = ""
    tier: str = "ready"
    evidence: tuple[Citation, ...] = ()
    overrides: Mapping[str, Any] = field(default_factory=dict)
    doubt: str = ""

    def data(self) -> dict[str, Any]:
        """The sequence as it is written in a file."""
        row: dict[str, Any] = {"id": self.id, "tier": "" if self.tier == "ready" else self.tier}
        row |= {"doubt": self.doubt}
        row |= {"slot": self.slot, "question": self.question, "events": [event.data() for event in self.events]}
        row |= {"evidence": [citation.data() for citation in self.evidence]}
        row |= {"why": self.why, "overrides": dict(self.overrides)}
        return {name: value for name, value in row.items() if value}


def read_sequence(entry: Entry) -> Sequence:
    """Read a sequence of three to eight events."""
    found = Sequence(
        id=entry.name("id"),
        slot=entry.name("slot"),
        question=entry.text("question"),
        events=entry.each("events", _read_event, needed=True),
        why=entry.text("why", needed=False),
        tier=entry.tier(),
        doubt=entry.text("doubt", needed=False),
        evidence=entry.each("evidence", read_citation),
        overrides=read_overrides(entry),
    )
    if not LEAST_EVENTS <= len(found.events) <= MOST_EVENTS:
        fix = f"Give {LEAST_EVENTS} to {MOST_EVENTS} events, the first one first."
        entry.report("events", "F06", f"a sequence of {len(found.events)} events", fix)
    return found


def _read_event(entry: Entry) -> Event:
    when, support = entry.text("when", needed=False), entry.text_or_texts("supported_by")
    return Event(entry.text("text"), when, read_own_citation(entry), support)
