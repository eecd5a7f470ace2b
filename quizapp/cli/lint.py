"""`quizapp lint`: bank folders held to their rules."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import click

from quizapp.interchange.bank_folder import FolderReading, read_folder
from quizapp.interchange.bank_lint import Verdict, judge_folder, line_in


@click.command()
@click.argument("folders", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--strict", is_flag=True, help="Fail also where a W or S finding has no recorded reason.")
def lint(folders: tuple[Path, ...], strict: bool) -> None:
    """Check bank folders: format, quotes and item rules; exit 1 where one cannot be published."""
    broken = [folder for folder in folders if not _is_sound(folder, strict=strict)]
    sys.exit(1 if broken else 0)


def _is_sound(folder: Path, *, strict: bool) -> bool:
    reading = read_folder(folder)
    verdict = judge_folder(reading, strict=strict)
    for line in (line_in(folder, row) for rows in (verdict.problems, verdict.findings) for row in rows):
        click.echo(line)
    click.echo(_summary(folder, reading, verdict))
    return verdict.is_publishable


def _summary(folder: Path, reading: FolderReading, verdict: Verdict) -> str:
    severities = Counter(row.finding.severity for row in verdict.findings)
    unexplained = sum(not row.finding.blocks and not row.finding.reason for row in verdict.findings)
    kinds = Counter(draft.kind for draft in reading.drafts)
    slots = {draft.slot for draft in reading.drafts}
    mix = ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items()))
    counts = f"{len(verdict.problems)} problems, {severities['E']} E, {severities['W']} W, {severities['S']} S"
    return (
        f"{folder}: {len(reading.drafts)} questions in {len(slots)} slots ({mix}); "
        f"{counts}, {unexplained} without a recorded reason."
    )
