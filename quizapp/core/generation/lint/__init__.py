"""The item rules: a gate for every question, however it was written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from quizapp.core.generation.lint import evidence, options, rivals, stems, tells
from quizapp.core.generation.lint.bank import lint_bank
from quizapp.core.generation.lint.case import Case
from quizapp.core.generation.lint.facts import lint_facts
from quizapp.core.generation.lint.finding import Finding
from quizapp.core.generation.lint.quiz import lint_quiz
from quizapp.core.generation.lint.rules import RULES, Rule
from quizapp.core.generation.lint.sources import Sources
from quizapp.core.kinds import QuestionDraft
from quizapp.core.reading.document import ReadDocument

CHECKS: tuple[Callable[[Case], Iterator[Finding]], ...] = (
    evidence.check_quotes,
    evidence.check_support,
    evidence.check_order,
    options.check_number,
    rivals.check_rivals,
    stems.check_form,
    evidence.check_explanation,
    options.check_above,
    tells.check_length,
    options.check_sorts,
    tells.check_grammar,
    tells.check_echo,
    tells.check_cue_words,
    stems.check_negatives,
    options.check_values,
    tells.check_convergence,
    tells.check_opposites,
    stems.check_focus,
    stems.check_detail,
    stems.check_reference,
    options.check_provenance,
    evidence.check_worth,
    evidence.check_subject,
)


def lint_question(draft: QuestionDraft, sources: Sources | Mapping[str, ReadDocument]) -> list[Finding]:
    """Hold one question to every rule that concerns a single question; for many, pass one `Sources` to all."""
    case = Case(draft, sources if isinstance(sources, Sources) else Sources(sources))
    misshapen = list(options.check_shape(case))
    if misshapen:  # what has no key cannot be held to the other rules
        return [*evidence.check_quotes(case), *misshapen]
    return [finding for check in CHECKS for finding in check(case)]


__all__ = ["RULES", "Finding", "Rule", "Sources", "lint_bank", "lint_facts", "lint_question", "lint_quiz"]
