"""Statements to judge: the sentence with its key, or with a distractor in its place."""

from __future__ import annotations

from collections import Counter

from quizapp.core.generation.distractors import Keyed, distractors_of
from quizapp.core.generation.facts import Ask, Fact, FactFile
from quizapp.core.generation.facts.forms import forms_of
from quizapp.core.generation.questions.drafting import draft_ask
from quizapp.core.generation.seeding import balanced
from quizapp.core.kinds import QuestionDraft, TrueFalse


def draw_truths(facts: FactFile) -> dict[str, bool]:
    """Decide for every statement of a bank whether it is put truly or falsely, half of them each."""
    asks = {f"{fact.id}.{ask.slot}": ask for fact, ask in facts.asks() if "true_false" in forms_of(ask)}
    fixed = {slot: _fixed(ask) for slot, ask in asks.items()}
    taken = Counter(int(truth) for truth in fixed.values() if truth is not None)
    drawn = balanced([slot for slot, truth in fixed.items() if truth is None], 2, taken, "true or false")
    return {slot: bool(drawn[slot]) if truth is None else truth for slot, truth in fixed.items()}


def _fixed(ask: Ask) -> bool | None:
    return ask.truth if ask.distractors else True


def write_true_false(fact: Fact, ask: Ask, keyed: Keyed, *, truth: bool) -> QuestionDraft:
    """Put the statement as it is, or with the distractor that the ask names for it."""
    true_form = _filled(ask, ask.key)
    if truth:
        return draft_ask(fact, ask, TrueFalse(True), true_form)
    swapped = distractors_of(ask, keyed)[ask.false_with]
    content = TrueFalse(False, ask.false_reason or true_form, (ask.evidence or fact.evidence)[0])
    return draft_ask(fact, ask, content, _filled(ask, swapped.text))


def _filled(ask: Ask, value: str) -> str:
    text = ask.sentence.replace("{}", value)
    return text[:1].upper() + text[1:]
