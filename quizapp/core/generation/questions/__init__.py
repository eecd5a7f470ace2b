"""Questions from facts: every form that a fact allows, the same ones every time."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.core.generation.distractors import asks_by_slot
from quizapp.core.generation.facts import FactFile
from quizapp.core.generation.facts.forms import forms_of
from quizapp.core.generation.questions.accepted import shared_surnames
from quizapp.core.generation.questions.choice import write_choice
from quizapp.core.generation.questions.ordering import write_ordering
from quizapp.core.generation.questions.pairs import write_pairs
from quizapp.core.generation.questions.placing import place_keys
from quizapp.core.generation.questions.sets import write_set
from quizapp.core.generation.questions.true_false import draw_truths, write_true_false
from quizapp.core.generation.questions.typed import write_typed
from quizapp.core.kinds import QuestionDraft


def write_questions(facts: FactFile) -> tuple[QuestionDraft, ...]:
    """Write all questions of a bank's facts, in the order of the file."""
    drafts = [*_ask_questions(facts)]
    return place_keys(drafts)


def _ask_questions(facts: FactFile) -> Iterator[QuestionDraft]:
    keyed, shared, truths = asks_by_slot(facts), shared_surnames(facts), draw_truths(facts)
    for fact in facts.facts:
        for ask in fact.asks:
            for form in forms_of(ask):
                if form == "choice":
                    yield write_choice(fact, ask, keyed)
                elif form == "true_false":
                    yield write_true_false(fact, ask, keyed, truth=truths[f"{fact.id}.{ask.slot}"])
                else:
                    yield write_typed(fact, ask, form, keyed, shared)
        if fact.set:
            yield from write_set(fact, fact.set)
        if fact.pairs:
            yield from write_pairs(fact, fact.pairs)
    yield from (write_ordering(sequence) for sequence in facts.sequences)


__all__ = ["write_questions"]
