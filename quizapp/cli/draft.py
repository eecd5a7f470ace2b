"""`quizapp draft`: documents to a bank folder of drafted questions."""

from __future__ import annotations

import re
from pathlib import Path

import click

from quizapp.core.generation.drafting.bank import DraftBank
from quizapp.core.generation.drafting.bank import draft as draft_bank
from quizapp.core.reading.errors import UnreadableDocument
from quizapp.interchange.draft_folder import Received, receive, to_draft, write_folder


@click.command()
@click.argument("documents", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--out", "folder", required=True, type=click.Path(path_type=Path), help="The bank folder to write.")
@click.option("--title", default="", help="The bank's title; the first document's own if it is not given.")
@click.option("--seed", default=0, show_default=True, help="Another seed draws other wrong answers.")
@click.option("--max", "most", type=click.IntRange(min=1), default=None, help="The most questions to write.")
@click.option("--explain", is_flag=True, help="Say for every sentence what was made of it, or why nothing was.")
def draft(documents: tuple[Path, ...], folder: Path, title: str, seed: int, most: int | None, explain: bool) -> None:
    """Draft questions from DOCUMENTS into a bank folder, offline, the same ones every time."""
    _check_folder(folder)
    received = _receive(documents)
    name = title or received[0].title
    bank = draft_bank([to_draft(row) for row in received], title=name, seed=seed, most=most)
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


def _receive(documents: tuple[Path, ...]) -> tuple[Received, ...]:
    try:
        return receive([(path.name, path.read_bytes()) for path in documents])
    except OSError as error:
        raise click.ClickException(f"{error.filename} cannot be read: {error.strerror}") from error
    except UnreadableDocument as error:
        raise click.ClickException(str(error)) from error


def _report(folder: Path, bank: DraftBank) -> None:
    for note in bank.notes:
        click.echo(note)
    tiers = {tier: {row.slot for row in bank.questions if row.tier == tier} for tier in ("ready", "needs-your-eye")}
    counts = ", ".join(f"{len(slots)} {tier}" for tier, slots in tiers.items())
    click.echo(f"{folder}: {len(bank.questions)} questions in {sum(map(len, tiers.values()))} slots ({counts}).")
