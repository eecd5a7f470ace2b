"""Ordering questions of a sequence."""

from __future__ import annotations

from quizapp.core.generation.facts import Fact, Sequence
from quizapp.core.generation.questions.drafting import draft_of
from quizapp.core.kinds import OrderedItem, Ordering, QuestionDraft


def write_ordering(sequence: Sequence) -> QuestionDraft:
    """Ask for the events' order; each event brings the passage that dates it."""
    items = tuple(OrderedItem(event.text, event.when, event.citation) for event in sequence.events)
    dated = tuple(dict.fromkeys(event.citation for event in sequence.events if event.citation))
    citations = sequence.evidence or dated
    whole = Fact(sequence.id, sequence.question, citations, tier=sequence.tier, doubt=sequence.doubt)
    said = tuple(words for event in sequence.events for words in event.supported_by)
    return draft_of(
        whole,
        sequence.slot,
        Ordering(items),
        stem=sequence.question,
        why=sequence.why,
        overrides=sequence.overrides,
        said=said,
    )
