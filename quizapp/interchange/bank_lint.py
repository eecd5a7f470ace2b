"""A bank folder held to the item rules, each finding at the line of the file that a person would mend."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from quizapp.core.generation.facts import FactFile
from quizapp.core.generation.lint import Finding, Sources, lint_bank, lint_facts, lint_question, lint_quiz
from quizapp.core.kinds import QuestionDraft
from quizapp.interchange.bank_folder import BANK, FACTS, QUESTIONS, FolderReading, generated_text
from quizapp.interchange.problem import FolderProblem
from quizapp.interchange.quiz_plan import QuizPlan

MADE_BY_GENERATE = b"# Generated from facts.yaml by: quizapp generate "


@dataclass(frozen=True, slots=True)
class PlacedFinding:
    """A finding with the file and line where it is mended."""

    file: str
    line: int
    finding: Finding

    def __str__(self) -> str:
        """Print as a compiler does, with the recorded reason or its lack."""
        found = self.finding
        name = f" [{found.question}]" if found.question else ""
        text = f"{self.file}:{self.line}: {found.rule} {found.message}{name}. Fix: {found.fix}"
        if found.blocks:
            return text
        return f"{text} Recorded reason: {found.reason}" if found.reason else f"{text} No reason recorded."


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is wrong with a folder, and what the item rules find in one that is sound."""

    problems: tuple[FolderProblem, ...]
    findings: tuple[PlacedFinding, ...] = ()
    blocking: tuple[PlacedFinding, ...] = ()

    @property
    def is_publishable(self) -> bool:
        """Whether nothing stands against using the folder."""
        return not (self.problems or self.blocking)


def judge_folder(reading: FolderReading, *, strict: bool = False) -> Verdict:
    """Judge a folder as `lint` and `load` both do; when strict, a W or S without a reason blocks too."""
    problems = reading.all_problems()
    if problems:
        return Verdict(tuple(problems))
    stale = stale_problem(reading)
    findings = tuple(lint_folder(reading))
    waiting = {draft.id for draft in reading.drafts if draft.tier != "ready"}
    ready = [row for row in findings if row.finding.question not in waiting]
    blocking = [row for row in ready if row.finding.blocks or (strict and not row.finding.reason)]
    return Verdict((stale,) if stale else (), findings, tuple(blocking))


def line_in(folder: Path, row: FolderProblem | PlacedFinding) -> str:
    """A problem or finding as a line to print, its file named from where the command was given the folder."""
    return str(replace(row, file=str(folder / row.file)))


def lint_folder(reading: FolderReading) -> list[PlacedFinding]:
    """Hold every question, every quiz and the bank itself to the item rules."""
    places = _places(reading)
    found = [*lint_facts(reading.facts), *_question_findings(reading), *_bank_findings(reading)]
    placed = [_placed(finding, places) for finding in found]
    return sorted([*placed, *_quiz_findings(reading)], key=lambda row: (row.file, row.line, row.finding.rule))


def stale_problem(reading: FolderReading) -> FolderProblem | None:
    """Say that questions.yaml is not what facts.yaml gives, where it claims to be."""
    if any(name not in reading.files or reading.files[name].problems for name in (FACTS, QUESTIONS)):
        return None
    content = (reading.path / QUESTIONS).read_bytes().replace(b"\r\n", b"\n")
    if not content.startswith(MADE_BY_GENERATE) or content == generated_text(reading).encode():
        return None
    fix = f"Run: quizapp generate {reading.path}"
    return FolderProblem(QUESTIONS, 1, "F09", "it is not what facts.yaml gives today", fix)


def _question_findings(reading: FolderReading) -> Iterator[Finding]:
    sources = Sources(reading.texts(), document_names(reading))
    for draft in reading.drafts:
        yield from lint_question(draft, sources)


def document_names(reading: FolderReading) -> dict[str, tuple[str, ...]]:
    """The words by which a stem may name each document."""
    rows = [row.entry for row in reading.documents]
    return {row.key: tuple(name for name in (row.short, row.title, row.publisher, row.author) if name) for row in rows}


def _bank_findings(reading: FolderReading) -> list[Finding]:
    ready = [draft for draft in reading.drafts if draft.tier == "ready"]
    reasons = reading.entry.overrides if reading.entry else {}
    return lint_bank(ready, reading.texts(), reasons)


def _quiz_findings(reading: FolderReading) -> Iterator[PlacedFinding]:
    drafts = {draft.id: draft for draft in reading.drafts}
    for number, plan in enumerate(reading.quizzes):
        line = reading.files[BANK].line_of(("quizzes", number))
        for finding in lint_quiz(_one_sitting(plan, drafts)):
            reason = "" if finding.blocks else plan.entry.overrides.get(finding.rule, "")
            message = f"in the quiz '{plan.entry.slug}' {finding.message}"
            yield PlacedFinding(BANK, line, replace(finding, message=message, reason=reason))


def _one_sitting(plan: QuizPlan, drafts: Mapping[str, QuestionDraft]) -> list[QuestionDraft]:
    """The questions named one by one; where a rule selects them, one for each slot."""
    chosen = [drafts[name] for name in plan.questions]
    if plan.entry.selection.named_only:
        return chosen
    return list({draft.slot: draft for draft in reversed(chosen)}.values())[::-1]


def _places(reading: FolderReading) -> dict[str, tuple[str, int]]:
    """Where each question is mended: at its slot in facts.yaml, else at its row in questions.yaml."""
    rows = {draft.id: n for n, draft in enumerate(reading.drafts)}
    places = {name: (QUESTIONS, reading.files[QUESTIONS].line_of(("questions", n))) for name, n in rows.items()}
    slots = _slot_lines(reading, reading.facts)
    return places | {draft.id: (FACTS, slots[draft.slot]) for draft in reading.drafts if draft.slot in slots}


def _slot_lines(reading: FolderReading, facts: FactFile) -> dict[str, int]:
    return {slot: reading.files[FACTS].line_of(path) for slot, path in facts.slots().items()}


def _placed(finding: Finding, places: Mapping[str, tuple[str, int]]) -> PlacedFinding:
    file, line = places.get(finding.question or "", (BANK, 1))
    return PlacedFinding(file, line, finding)
