"""A set: what belongs to it and what does not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from quizapp.core.generation.entry import Entry
from quizapp.core.generation.facts.evidence import own_citation_data, read_citation, read_own_citation
from quizapp.core.generation.facts.overrides import read_overrides
from quizapp.core.kinds import Citation


@dataclass(frozen=True, slots=True)
class Member:
    """One thing that belongs, or that does not and why."""

    text: str
    reason: str = ""
    citation: Citation | None = None
    supported_by: tuple[str, ...] = ()

    def data(self) -> dict[str, Any]:
        """The member as it is written in a file."""
        row = {"text": self.text, "reason": self.reason, "supported_by": list(self.supported_by)}
        return {**{name: value for name, value in row.items() if value}, **own_citation_data(self.citation)}


@dataclass(frozen=True, slots=True)
class MemberSet:
    """Members and outsiders, and the two ways to ask for them."""

    slot: str
    members: tuple[Member, ...]
    outsiders: tuple[Member, ...]
    question: str = ""
    question_not: str = ""
    not_key: str = ""
    member_reason: str = ""
    evidence: tuple[Citation, ...] = ()
    why: str = ""
    overrides: Mapping[str, Any] = field(default_factory=dict)

    def data(self) -> dict[str, Any]:
        """The set as it is written in a file."""
        names = ("slot", "question", "question_not", "not_key", "member_reason")
        row: dict[str, Any] = {name: getattr(self, name) for name in names}
        row |= {"evidence": [citation.data() for citation in self.evidence]}
        row |= {"members": [member.data() for member in self.members]}
        row |= {"outsiders": [member.data() for member in self.outsiders]}
        row |= {"why": self.why, "overrides": dict(self.overrides)}
        return {name: value for name, value in row.items() if value}


def read_set(entry: Entry) -> MemberSet:
    """Read a set; every outsider says why it does not belong."""
    found = MemberSet(
        slot=entry.name("slot"),
        members=entry.each("members", _read_member, needed=True),
        outsiders=entry.each("outsiders", _read_outsider, needed=True),
        question=entry.text("question", needed=False),
        question_not=entry.text("question_not", needed=False),
        not_key=entry.text("not_key", needed=False),
        evidence=entry.each("evidence", read_citation),
        member_reason=entry.text("member_reason", needed=False),
        why=entry.text("why", needed=False),
        overrides=read_overrides(entry),
    )
    if not found.question and not found.question_not:
        entry.report(None, "F03", "a set needs a question", "Add 'question:', 'question_not:' or both.")
    if found.question_not and len(found.members) < 2:
        entry.report("members", "F06", "which is NOT needs two members", "Add members, or remove 'question_not'.")
    if found.not_key and found.not_key not in {row.text for row in found.outsiders}:
        entry.report("not_key", "F08", f"there is no outsider '{found.not_key}'", "Copy the text of an outsider.")
    return found


def _read_member(entry: Entry) -> Member:
    reason, support = entry.text("reason", needed=False), entry.text_or_texts("supported_by")
    return Member(entry.text("text"), reason, read_own_citation(entry), support)


def _read_outsider(entry: Entry) -> Member:
    support = entry.text_or_texts("supported_by")
    return Member(entry.text("text"), entry.text("reason"), read_own_citation(entry), support)
