"""`quizapp lint`: bank folders held to their rules."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import click

from quizapp.core.kinds import QuestionDraft
from quizapp.interchange.bank_folder import FolderReading, read_folder
from quizapp.interchange.bank_lint import PlacedFinding, lint_folder, stale_problem


@click.command()
@click.argument("folders", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--strict", is_flag=True, help="Fail also where a W or S finding has no recorded reason.")
def lint(folders: tuple[Path, ...], strict: bool) -> None:
    """Check bank folders: format, quotes and item rules; exit 1 where one cannot be published."""
    broken = [folder for folder in folders if not _is_sound(folder, strict=strict)]
    sys.exit(1 if broken else 0)


def _is_sound(folder: Path, *, strict: bool) -> bool:
    reading = read_folder(folder)
    problems = reading.all_problems()
    stale = None if problems else stale_problem(reading)
    findings = [] if problems else lint_folder(reading)
    for line in (*problems, *([stale] if stale else []), *findings):
        click.echo(str(line))
    blocking = [row for row in findings if _blocks(row, reading.drafts, strict=strict)]
    click.echo(_summary(folder, reading, len(problems) + bool(stale), findings))
    return not (problems or stale or blocking)


def _blocks(row: PlacedFinding, drafts: tuple[QuestionDraft, ...], *, strict: bool) -> bool:
    """An E in a question that is ready, or in a quiz; when strict, also what has no reason."""
    waiting = {draft.id for draft in drafts if draft.tier != "ready"}
    if row.finding.question in waiting:
        return False
    return row.finding.blocks or (strict and not row.finding.reason)


def _summary(folder: Path, reading: FolderReading, problems: int, findings: list[PlacedFinding]) -> str:
    severities = Counter(row.finding.severity for row in findings)
    unexplained = sum(not row.finding.blocks and not row.finding.reason for row in findings)
    kinds = Counter(draft.kind for draft in reading.drafts)
    slots = {draft.slot for draft in reading.drafts}
    mix = ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items()))
    counts = f"{problems} problems, {severities['E']} E, {severities['W']} W, {severities['S']} S"
    return (
        f"{folder}: {len(reading.drafts)} questions in {len(slots)} slots ({mix}); "
        f"{counts}, {unexplained} without a recorded reason."
    )
