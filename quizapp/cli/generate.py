"""`quizapp generate`: facts to questions."""

from __future__ import annotations

from pathlib import Path

import click

from quizapp.interchange.bank_folder import QUESTIONS, generated_text, read_folder, read_sources
from quizapp.interchange.problem import FolderProblem


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
def generate(folder: Path) -> None:
    """Write FOLDER/questions.yaml from FOLDER/facts.yaml, the same bytes every time."""
    reading = read_sources(folder)
    problems = reading.all_problems()
    if problems:
        _refuse(problems)
    text = generated_text(reading)
    try:
        (folder / QUESTIONS).write_bytes(text.encode())
    except OSError as error:
        raise click.ClickException(f"{folder / QUESTIONS} cannot be written: {error.strerror}") from error
    _report(folder)


def _refuse(problems: list[FolderProblem]) -> None:
    for problem in problems:
        click.echo(str(problem))
    raise click.ClickException(f"{len(problems)} problems; nothing was written.")


def _report(folder: Path) -> None:
    written = read_folder(folder)
    for problem in written.all_problems():
        click.echo(str(problem))
    slots = {draft.slot for draft in written.drafts}
    kinds = {draft.kind for draft in written.drafts}
    click.echo(f"{folder / QUESTIONS}: {len(written.drafts)} questions in {len(slots)} slots, {len(kinds)} kinds.")
