"""Pairs: what belongs to what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from quizapp.core.generation.entry import Entry
from quizapp.core.generation.facts.distractor import Distractor, read_distractor
from quizapp.core.generation.facts.evidence import own_citation_data, read_citation, read_own_citation
from quizapp.core.generation.facts.overrides import read_overrides
from quizapp.core.kinds import Citation

LEAST_PAIRS, MOST_PAIRS = 2, 6
RIGHT_REASON = "That goes with {left}."
LEFT_REASON = "{left} goes with {right}."


@dataclass(frozen=True, slots=True)
class PairItem:
    """A left side, the right side that belongs to it, and where that can be read."""

    left: str
    right: str
    citation: Citation | None = None
    why: str = ""
    against: tuple[str, ...] = ()
    supported_by: tuple[str, ...] = ()

    def data(self) -> dict[str, Any]:
        """The pair as it is written in a file."""
        row = {"left": self.left, "right": self.right, "against": list(self.against), "why": self.why}
        row |= {"supported_by": list(self.supported_by)}
        return {**{name: value for name, value in row.items() if value}, **own_citation_data(self.citation)}


@dataclass(frozen=True, slots=True)
class Pairing:
    """Pairs, and the ways to ask for them: matching, the right side, the left side."""

    slot: str
    items: tuple[PairItem, ...]
    question: str = ""
    groups: int = 4
    matchings: tuple[tuple[int, ...], ...] = ()
    extras: tuple[Distractor, ...] = ()
    ask_right: str = ""
    ask_left: str = ""
    right_reason: str = RIGHT_REASON
    left_reason: str = LEFT_REASON
    ask_right_not_for: tuple[str, ...] = ()
    ask_left_not_for: tuple[str, ...] = ()
    evidence: tuple[Citation, ...] = ()
    why: str = ""
    overrides: Mapping[str, Any] = field(default_factory=dict)

    def data(self) -> dict[str, Any]:
        """The pairs as they are written in a file."""
        row: dict[str, Any] = {"slot": self.slot, "question": self.question}
        row["items"] = [item.data() for item in self.items]
        row |= {"matchings": [list(group) for group in self.matchings]} if self.matchings else {"groups": self.groups}
        row["extras"] = [extra.data() for extra in self.extras]
        names = ("ask_right", "ask_left", "right_reason", "left_reason", "why")
        row |= {name: getattr(self, name) for name in names}
        row |= {name: list(getattr(self, name)) for name in ("ask_right_not_for", "ask_left_not_for")}
        row["evidence"] = [citation.data() for citation in self.evidence]
        row["overrides"] = dict(self.overrides)
        return {name: value for name, value in row.items() if value}


def read_pairing(entry: Entry) -> Pairing:
    """Read pairs; templates mark their places with {left} and {right}."""
    found = Pairing(
        slot=entry.name("slot"),
        items=entry.each("items", _read_item, needed=True),
        question=entry.text("question", needed=False),
        groups=entry.whole("groups", least=LEAST_PAIRS) or 4,
        matchings=_read_matchings(entry),
        extras=entry.each("extras", read_distractor),
        ask_right=_template(entry, "ask_right", "{left}"),
        ask_left=_template(entry, "ask_left", "{right}"),
        right_reason=_template(entry, "right_reason", "{left}") or RIGHT_REASON,
        left_reason=_template(entry, "left_reason", "{left}") or LEFT_REASON,
        ask_right_not_for=entry.texts("ask_right_not_for"),
        ask_left_not_for=entry.texts("ask_left_not_for"),
        evidence=entry.each("evidence", read_citation),
        why=entry.text("why", needed=False),
        overrides=read_overrides(entry),
    )
    _check_groups(entry, found)
    _check_lefts(entry, found)
    return found


def _read_item(entry: Entry) -> PairItem:
    why, support = entry.text("why", needed=False), entry.text_or_texts("supported_by")
    left, right, against = entry.text("left"), entry.text("right"), entry.texts("against")
    return PairItem(left, right, read_own_citation(entry), why, against, support)


def _template(entry: Entry, name: str, place: str) -> str:
    text = entry.text(name, needed=False)
    if text and place not in text:
        entry.report(name, "F06", f"'{name}' must hold {place}", f"Write {place} where it stands.")
    return text


def _read_matchings(entry: Entry) -> tuple[tuple[int, ...], ...]:
    rows = entry.take("matchings") or []
    fix = "Write lists of item numbers, counted from 0: [[0, 1, 2], [3, 4, 5]]."
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        entry.report("matchings", "F04", "'matchings' must be a list of lists", fix)
        return ()
    if not all(isinstance(number, int) for row in rows for number in row):
        entry.report("matchings", "F04", "'matchings' must hold item numbers", fix)
        return ()
    return tuple(tuple(row) for row in rows)


def _check_lefts(entry: Entry, pairing: Pairing) -> None:
    lefts = {item.left for item in pairing.items}
    named = [("items", item.against) for item in pairing.items]
    named += [("ask_right_not_for", pairing.ask_right_not_for), ("ask_left_not_for", pairing.ask_left_not_for)]
    for name, names in named:
        for left in names:
            if left not in lefts:
                entry.report(name, "F08", f"no item has '{left}' on its left", "Copy the left of an item.")


def _check_groups(entry: Entry, pairing: Pairing) -> None:
    if not any((pairing.question, pairing.ask_right, pairing.ask_left)):
        entry.report(None, "F03", "pairs need a question", "Add 'question:', 'ask_right:' or 'ask_left:'.")
    for group in pairing.matchings:
        if not LEAST_PAIRS <= len(group) <= MOST_PAIRS:
            fix = f"Put {LEAST_PAIRS} to {MOST_PAIRS} pairs into one matching."
            entry.report("matchings", "F06", f"a matching of {len(group)} pairs", fix)
        if any(number not in range(len(pairing.items)) for number in group):
            fix = f"Count the items from 0 to {len(pairing.items) - 1}."
            entry.report("matchings", "F06", "a matching names an item that is not there", fix)
