"""`quizapp generate`: facts to questions."""

from __future__ import annotations

import os
from pathlib import Path

import click

from quizapp.interchange.bank_folder import QUESTIONS, generated_text, read_folder, read_sources
from quizapp.interchange.bank_lint import line_in
from quizapp.interchange.problem import FolderProblem

MADE_BY_PROGRAM = b"# Generated "


@click.command()
@click.argument("folders", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--replace", is_flag=True, help="Also replace a questions.yaml that was written by hand.")
def generate(folders: tuple[Path, ...], replace: bool) -> None:
    """Write questions.yaml from facts.yaml in each of FOLDERS, the same bytes every time."""
    for folder in folders:
        _generate(folder, replace=replace)


def _generate(folder: Path, *, replace: bool) -> None:
    reading = read_sources(folder)
    problems = reading.all_problems()
    if problems:
        _refuse(folder, problems)
    text = generated_text(reading)
    try:
        _write(folder / QUESTIONS, text.encode(), replace=replace)
    except OSError as error:
        raise click.ClickException(f"{folder / QUESTIONS} cannot be written: {error.strerror}") from error
    _report(folder)


def _refuse(folder: Path, problems: list[FolderProblem]) -> None:
    for problem in problems:
        click.echo(line_in(folder, problem))
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
        click.echo(line_in(folder, problem))
    slots = {draft.slot for draft in written.drafts}
    kinds = {draft.kind for draft in written.drafts}
    click.echo(f"{folder / QUESTIONS}: {len(written.drafts)} questions in {len(slots)} slots, {len(kinds)} kinds.")
