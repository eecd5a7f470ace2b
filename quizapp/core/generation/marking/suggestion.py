"""What is suggested for marked words: a fact, and every form in which just that answer can be asked."""

from __future__ import annotations

from dataclasses import dataclass

from quizapp.core.generation.facts import Fact
from quizapp.core.generation.lint import Finding
from quizapp.core.generation.marking.mark import Mark
from quizapp.core.kinds import QuestionDraft


@dataclass(frozen=True, slots=True)
class SuggestedForm:
    """One form of a question; what `needs` names must still be written, and then it has not been held to the rules."""

    draft: QuestionDraft
    findings: tuple[Finding, ...] = ()
    needs: str = ""
    note: str = ""

    @property
    def kind(self) -> str:
        """The kind of question."""
        return self.draft.kind

    @property
    def is_blocked(self) -> bool:
        """Whether a rule keeps it from being accepted, or something in it must still be written."""
        return bool(self.needs) or any(finding.blocks for finding in self.findings)

    @property
    def is_clean(self) -> bool:
        """Whether it can be accepted as it is, without a word more."""
        return not self.is_blocked and not any(finding.severity == "W" for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A fact that marked words state, and the forms in which it can be asked, with the one to take first."""

    mark: Mark
    sort: str
    doubts: tuple[str, ...]
    fact: Fact
    forms: tuple[SuggestedForm, ...]
    best: str  # the kind to take first; empty where none can be taken as it is

    @property
    def statement(self) -> str:
        """What the fact says."""
        return self.fact.statement
