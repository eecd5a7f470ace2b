"""What every draft of one fact has in common."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from quizapp.core.generation.facts import Ask, Fact
from quizapp.core.generation.facts.overrides import overrides_for
from quizapp.core.kinds import Citation, Content, QuestionDraft


def draft_of(
    fact: Fact,
    slot: str,
    content: Content,
    *,
    stem: str,
    why: str,
    overrides: Mapping[str, Any],
    variant: str = "",
    citations: tuple[Citation, ...] = (),
    said: tuple[str, ...] = (),
) -> QuestionDraft:
    """One question of a fact; `said` are the quote's own words where it says the key in another form."""
    name = f"{fact.id}.{slot}"
    words = " | ".join(dict.fromkeys(word for word in said if word))
    return QuestionDraft(
        id=f"{name}.{content.kind}{variant}",
        kind=content.kind,
        tier=fact.tier,
        fact=fact.id,
        slot=name,
        stem=stem,
        content=content,
        explanation=" ".join(part for part in (why, fact.note) if part),
        citations=citations or fact.evidence,
        witnesses=fact.witnesses,
        overrides={**overrides_for(overrides, content.kind), **({"E02": words} if words else {})},
        doubt=fact.doubt,
    )


def draft_ask(fact: Fact, ask: Ask, content: Content, stem: str) -> QuestionDraft:
    """One question of an ask, with the ask's own evidence and witnesses where it has them."""
    own = fact if ask.witnesses is None else _with_witnesses(fact, ask)
    return draft_of(
        own,
        ask.slot,
        content,
        stem=stem,
        why=ask.why,
        overrides=ask.overrides,
        citations=ask.evidence,
        said=ask.supported_by,
    )


def _with_witnesses(fact: Fact, ask: Ask) -> Fact:
    return replace(fact, witnesses=ask.witnesses or ())
