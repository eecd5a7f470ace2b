"""Questions of a set: tick every member, and which is NOT a member."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.core.generation.facts import Fact, Member, MemberSet
from quizapp.core.generation.questions.drafting import draft_of
from quizapp.core.generation.seeding import rank
from quizapp.core.kinds import Choice, Citation, Multiple, Option, QuestionDraft

MOST_OPTIONS = 7
LEAST_OUTSIDERS = 2
MEMBERS_BESIDE_NOT = 3


def write_set(fact: Fact, found: MemberSet) -> Iterator[QuestionDraft]:
    """Write the forms that the set has a question for."""
    if found.question:
        yield _multiple(fact, found)
    if found.question_not:
        yield _which_not(fact, found)


def _multiple(fact: Fact, found: MemberSet) -> QuestionDraft:
    name = f"{fact.id}.{found.slot}"
    outsiders = _drawn(name, found.outsiders, max(LEAST_OUTSIDERS, MOST_OPTIONS - len(found.members)))
    members = _drawn(name, found.members, MOST_OPTIONS - len(outsiders))
    options = [Option(row.text, right=True, citation=row.citation) for row in members]
    options += [Option(row.text, reason=row.reason, citation=row.citation) for row in outsiders]
    ordered = sorted(options, key=lambda option: rank("order of options", name, option.text))
    return draft_of(
        fact,
        found.slot,
        Multiple(tuple(ordered)),
        stem=found.question,
        why=found.why,
        overrides=found.overrides,
        citations=found.evidence,
        said=_said(members),
    )


def _which_not(fact: Fact, found: MemberSet) -> QuestionDraft:
    name = f"{fact.id}.{found.slot}"
    key = _not_key(name, found)
    members = _drawn(f"{name}.not", found.members, MEMBERS_BESIDE_NOT)
    options = (Option(key.text, right=True), *(_member_option(row, fact, found) for row in members))
    return draft_of(
        fact,
        found.slot,
        Choice(options),
        stem=found.question_not,
        why=found.why or key.reason,
        overrides=found.overrides,
        variant="-not",
        citations=_with_first(key.citation, found.evidence or fact.evidence),
        said=_said((key, *members)),
    )


def _not_key(name: str, found: MemberSet) -> Member:
    """The outsider that the set names, else one that a passage rules out."""
    named = tuple(row for row in found.outsiders if row.text == found.not_key)
    known = tuple(row for row in found.outsiders if row.citation)
    return _drawn(name, named or known or found.outsiders, 1)[0]


def _said(rows: tuple[Member, ...]) -> tuple[str, ...]:
    return tuple(words for row in rows for words in row.supported_by)


def _member_option(member: Member, fact: Fact, found: MemberSet) -> Option:
    reason = found.member_reason.replace("{}", member.text) or fact.statement
    reason = member.reason or reason[:1].upper() + reason[1:]
    return Option(member.text, reason=reason, citation=member.citation or (found.evidence or fact.evidence)[0])


def _with_first(citation: Citation | None, others: tuple[Citation, ...]) -> tuple[Citation, ...]:
    return tuple(dict.fromkeys((citation, *others))) if citation else others


def _drawn(name: str, rows: tuple[Member, ...], count: int) -> tuple[Member, ...]:
    """Draw so many, by hash; what is drawn keeps the order of the file."""
    drawn = sorted(rows, key=lambda row: rank("draw", name, row.text))[:count]
    return tuple(row for row in rows if row in drawn)
