"""`quizapp lint`: bank folders held to their rules."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from quizapp.interchange.bank_folder import read_folder


@click.command()
@click.argument("folders", nargs=-1, required=True, type=click.Path(path_type=Path))
def lint(folders: tuple[Path, ...]) -> None:
    """Check bank folders: format, quotes and item rules; exit 1 where one cannot be published."""
    broken = [folder for folder in folders if not _is_sound(folder)]
    sys.exit(1 if broken else 0)


def _is_sound(folder: Path) -> bool:
    reading = read_folder(folder)
    problems = reading.all_problems()
    for problem in problems:
        click.echo(str(problem))
    click.echo(f"{folder}: {len(reading.drafts)} questions, {len(problems)} problems.")
    return not problems
