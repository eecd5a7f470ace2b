"""One self-contained statement, what supports or disputes it, and what in it can be asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from quizapp.core.generation.entry import Entry
from quizapp.core.generation.facts.ask import Ask, read_ask
from quizapp.core.generation.facts.evidence import read_citation, read_witnesses, witnesses_data
from quizapp.core.generation.facts.member_set import MemberSet, read_set
from quizapp.core.generation.facts.pairing import Pairing, read_pairing
from quizapp.core.kinds import Citation, Witness


@dataclass(frozen=True, slots=True)
class Fact:
    """A statement with its evidence, its witnesses, and its asks, set or pairs."""

    id: str
    statement: str
    evidence: tuple[Citation, ...]
    witnesses: tuple[Witness, ...] = ()
    note: str = ""
    tier: str = "ready"
    asks: tuple[Ask, ...] = ()
    set: MemberSet | None = None
    pairs: Pairing | None = None
    doubt: str = ""

    def data(self) -> dict[str, Any]:
        """The fact as it is written in a file."""
        row: dict[str, Any] = {"id": self.id, "tier": "" if self.tier == "ready" else self.tier}
        row |= {"doubt": self.doubt}
        row |= {"statement": self.statement, "evidence": [citation.data() for citation in self.evidence]}
        row |= {**witnesses_data(self.witnesses), "note": self.note, "asks": [ask.data() for ask in self.asks]}
        row |= {"set": self.set.data() if self.set else None, "pairs": self.pairs.data() if self.pairs else None}
        return {name: value for name, value in row.items() if value}


def read_fact(entry: Entry) -> Fact:
    """Read a fact; without asks, set or pairs it is kept but asks nothing."""
    asks = entry.each("asks", read_ask)
    member_set, pairs = entry.section("set"), entry.section("pairs")
    found = Fact(
        id=entry.name("id"),
        statement=entry.text("statement"),
        evidence=entry.each("evidence", read_citation, needed=True),
        witnesses=read_witnesses(entry),
        note=entry.text("note", needed=False),
        tier=entry.tier(),
        doubt=entry.text("doubt", needed=False),
        asks=tuple(ask for ask in asks if ask),
        set=read_set(member_set) if member_set else None,
        pairs=read_pairing(pairs) if pairs else None,
    )
    for section in (member_set, pairs):
        if section:
            section.close()
    return found
