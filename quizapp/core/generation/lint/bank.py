"""Rules for a whole bank."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from quizapp.core.generation.lint.coverage import check_coverage, check_mix, check_reading_level
from quizapp.core.generation.lint.finding import Finding
from quizapp.core.generation.lint.guessing import check_guesses, check_places
from quizapp.core.generation.lint.likeness import near_duplicates
from quizapp.core.kinds import QuestionDraft
from quizapp.core.reading.document import ReadDocument


def lint_bank(
    drafts: Sequence[QuestionDraft],
    documents: Mapping[str, ReadDocument],
    reasons: Mapping[str, str] | None = None,
) -> list[Finding]:
    """Hold all questions of a bank to the rules for a set; `reasons` are those recorded for the bank."""
    found = [
        *near_duplicates(drafts, across_kinds=False),
        *check_places(drafts),
        *check_guesses(drafts),
        *check_coverage(drafts, documents),
        *check_mix(drafts),
        *check_reading_level(drafts, documents),
    ]
    known = reasons or {}
    return [finding if finding.blocks else replace(finding, reason=known.get(finding.rule, "")) for finding in found]
