"""E02 for the keys that no form shows: an ask that is only ever a statement to judge."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.core.generation.facts import FactFile
from quizapp.core.generation.facts.forms import forms_of
from quizapp.core.generation.lint.finding import Finding
from quizapp.core.generation.lint.support import supports


def lint_facts(facts: FactFile) -> Iterator[Finding]:
    """Hold the key of every ask that is only put as true or false to its evidence."""
    for fact, ask in facts.asks():
        quotes = [citation.quote for citation in ask.evidence or fact.evidence]
        hidden = set(forms_of(ask)) == {"true_false"} and not ask.supported_by
        if hidden and not any(supports(quotes, text) for text in (ask.key, ask.answer.written(), *ask.accept)):
            message = f"no cited quote says “{ask.key}”"
            fix = 'Quote the words that say it, or declare them: supported_by: "words of the quote".'
            yield Finding("E02", "E", f"{fact.id}.{ask.slot}.true_false", message, fix)
