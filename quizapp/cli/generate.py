"""`quizapp generate`: facts to questions."""

from __future__ import annotations

import os
from pathlib import Path

import click

from quizapp.interchange.bank_folder import QUESTIONS, generated_text, read_folder, read_sources
from quizapp.interchange.problem import FolderProblem

MADE_BY_PROGRAM = b"# Generated "


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--replace", is_flag=True, help="Also replace a questions.yaml that was written by hand.")
def generate(folder: Path, replace: bool) -> None:
    """Write FOLDER/questions.yaml from FOLDER/facts.yaml, the same bytes every time."""
    reading = read_sources(folder)
    problems = reading.all_problems()
    if problems:
        _refuse(problems)
    text = generated_text(reading)
    try:
        _write(folder / QUESTIONS, text.encode(), replace=replace)
    except OSError as error:
        raise click.ClickException(f"{folder / QUESTIONS} cannot be written: {error.strerror}") from error
    _report(folder)


def _refuse(problems: list[FolderProblem]) -> None:
    for problem in problems:
        click.echo(str(problem))
    raise click.ClickException(f"{len(problems)} problems; nothing was written.")


def _write(path: Path, content: bytes, *, replace: bool) -> None:
    """Replace the file in one step, but never questions that a person wrote."""
    if path.exists() and not replace and not path.read_bytes().startswith(MADE_BY_PROGRAM):
        raise click.ClickException(f"{path} was written by hand and would be lost. Move it away, or add --replace.")
    fresh = path.with_name(f"{path.name}.new")
    fresh.write_bytes(content)
    os.replace(fresh, path)


def _report(folder: Path) -> None:
    written = read_folder(folder)
    for problem in written.all_problems():
        click.echo(str(problem))
    slots = {draft.slot for draft in written.drafts}
    kinds = {draft.kind for draft in written.drafts}
    click.echo(f"{folder / QUESTIONS}: {len(written.drafts)} questions in {len(slots)} slots, {len(kinds)} kinds.")
