"""`quizapp load`: bank folders into the database, again and again without doubling."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import click
from flask import Flask

from quizapp.banks.errors import SlugTaken
from quizapp.cli.installation import one_clear_line, open_installation
from quizapp.interchange.bank_folder import BankFolder, read_folder, whole_bank
from quizapp.interchange.bank_lint import judge_folder, line_in
from quizapp.interchange.load_bank import load_bank
from quizapp.storage.transaction import transaction, wait_for_installation


@click.command()
@click.argument("folders", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--data", type=click.Path(path_type=Path), help="Directory of the database and the secret key.")
def load(folders: tuple[Path, ...], data: Path | None) -> None:
    """Load bank folders; where one cannot be published that is reported, and nothing is loaded."""
    with one_clear_line():
        app, _settings = open_installation(data)
        for line in load_folders(app, folders):
            click.echo(line)


def load_folders(app: Flask, folders: Iterable[Path]) -> list[str]:
    """Load bank folders and return what was done, a line each; one that lint refuses ends the program before that."""
    banks = [read_or_say_why(folder) for folder in folders]
    refuse_twins(bank.entry.slug for bank in banks)
    try:
        with app.app_context(), transaction():
            wait_for_installation()
            return [load_bank(bank, now=datetime.now(UTC)).line + unseen(bank) for bank in banks]
    except SlugTaken as error:
        raise click.ClickException(f"{error} Nothing was loaded.") from None


def refuse_twins(slugs: Iterable[str]) -> None:
    """End with a line where two folders would become one bank, each undoing what the other loaded."""
    twins = sorted(slug for slug, count in Counter(slugs).items() if count > 1)
    if twins:
        named = ", ".join(twins)
        raise click.ClickException(f"Two folders have the slug {named}: give one another slug. Nothing was loaded.")


def unseen(bank: BankFolder) -> str:
    """Say so where learners will see nothing of a bank: a quiz is what stands on the shelf."""
    if bank.quizzes:
        return ""
    return "; bank.yaml cuts no quiz from it, so nothing of it is on the shelf yet (see questions/README.md, “quizzes”)"


def read_or_say_why(folder: Path) -> BankFolder:
    """Read a bank folder that may be published, or end with everything that stands against it."""
    reading = read_folder(folder)
    verdict = judge_folder(reading)
    if verdict.is_publishable:
        return whole_bank(reading)
    faults = [line_in(folder, row) for rows in (verdict.problems, verdict.blocking) for row in rows]
    click.echo("\n".join(faults), err=True)
    counted = "1 mistake" if len(faults) == 1 else f"{len(faults)} mistakes"
    raise click.ClickException(f"{folder} was not loaded: {counted}.")
