"""`quizapp draft`: documents to a bank folder of drafted questions."""

from __future__ import annotations

import re
from pathlib import Path

import click

from quizapp.cli.progress import ShownProgress
from quizapp.core.generation.drafting.bank import DraftBank
from quizapp.core.generation.drafting.bank import draft as draft_bank
from quizapp.core.reading.document import ReadDocument
from quizapp.core.reading.errors import UnreadableDocument
from quizapp.core.reading.file_type import check_size
from quizapp.documents.reading_process import read_in_child
from quizapp.interchange.draft_folder import Received, is_foreign, receive, to_draft, write_folder
from quizapp.interchange.draft_marks import edited_files


@click.command()
@click.argument("documents", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--out", "folder", required=True, type=click.Path(path_type=Path), help="The bank folder to write.")
@click.option("--title", default="", help="The bank's title; the first document's own if it is not given.")
@click.option("--seed", default=0, show_default=True, help="Another seed draws other wrong answers.")
@click.option("--max", "most", type=click.IntRange(min=1), default=None, help="The most questions to write.")
@click.option("--explain", is_flag=True, help="Say for every sentence what was made of it, or why nothing was.")
@click.option("--replace", is_flag=True, help="Also write over a folder that was edited since it was drafted.")
def draft(
    documents: tuple[Path, ...], folder: Path, title: str, seed: int, most: int | None, explain: bool, replace: bool
) -> None:
    """Draft questions from DOCUMENTS into a bank folder, offline, the same ones every time."""
    _check_folder(folder)
    if not replace:
        _check_edits(folder)
    _check_files(documents)
    received = _receive(documents)
    name = title or received[0].title
    bank = _drafted(received, name, seed, most)
    try:
        write_folder(folder, name, received, bank)
    except OSError as error:
        raise click.ClickException(f"{folder} cannot be written: {error.strerror}") from error
    if explain:
        click.echo("\n".join(line for account in bank.account for line in account.lines()))
    _report(folder, bank)


def _check_folder(folder: Path) -> None:
    if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", folder.resolve().name):
        message = f"'{folder.name}' cannot be a bank's name: use small letters, digits and hyphens, as in 'cold-war'."
        raise click.ClickException(message)
    if folder.exists() and not folder.is_dir():
        raise click.ClickException(f"{folder} is a file, not a folder.")
    if is_foreign(folder):
        raise click.ClickException(f"{folder} holds other files, which would be mixed up: name a new or empty folder.")


def _check_edits(folder: Path) -> None:
    """Refuse to write over what a person changed in an earlier draft."""
    edited = edited_files(folder)
    if edited:
        raise click.ClickException(
            f"{folder} was edited since it was drafted ({', '.join(edited)}), and the edits would be lost: "
            "name another folder, or add --replace."
        )


def _check_files(documents: tuple[Path, ...]) -> None:
    """Refuse before reading what is no file, such as a device without an end, or far too large."""
    for path in documents:
        if not path.is_file():
            raise click.ClickException(f"{path} is no ordinary file.")
        try:
            check_size(path.stat().st_size)
        except UnreadableDocument as error:
            raise click.ClickException(f"{path.name}: {error}") from error


def _read(data: bytes, name: str) -> ReadDocument:
    """Read one file in a process of its own, so that a hostile one can be ended."""
    try:
        return read_in_child(data, name, progress=ShownProgress(f"Reading {name}", "pages"))
    except UnreadableDocument as error:
        raise click.ClickException(f"{name}: {error}") from error


def _receive(documents: tuple[Path, ...]) -> tuple[Received, ...]:
    try:
        return receive([(path.name, path.read_bytes()) for path in documents], _read)
    except OSError as error:
        raise click.ClickException(f"{error.filename} cannot be read: {error.strerror}") from error


def _drafted(received: tuple[Received, ...], title: str, seed: int, most: int | None) -> DraftBank:
    told = ShownProgress("Drafting", "sentences")
    checking = ShownProgress("Checking", "drafts against the item rules")
    rows = [to_draft(row) for row in received]
    return draft_bank(rows, title=title, seed=seed, most=most, progress=told, checking=checking)


def _report(folder: Path, bank: DraftBank) -> None:
    for note in bank.notes:
        click.echo(note)
    tiers = {tier: {row.slot for row in bank.questions if row.tier == tier} for tier in ("ready", "needs-your-eye")}
    counts = ", ".join(f"{len(slots)} {tier}" for tier, slots in tiers.items())
    click.echo(f"{folder}: {len(bank.questions)} questions in {sum(map(len, tiers.values()))} slots ({counts}).")
