"""`quizapp sample`: a sheet of questions for a judge."""

from __future__ import annotations

from pathlib import Path

import click

from quizapp.interchange.bank_folder import read_folder
from quizapp.interchange.judging_sheet import Judged, draw_sample, sheet_text


@click.command()
@click.argument("folders", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--n", "count", default=100, show_default=True, type=click.IntRange(min=1), help="How many questions.")
@click.option("--seed", default=0, show_default=True, help="Another seed draws another sample.")
@click.option("--tier", type=click.Choice(["ready", "needs-your-eye"]), help="Draw from one tier only.")
@click.option("--out", "path", required=True, type=click.Path(path_type=Path), help="The CSV file to write.")
def sample(folders: tuple[Path, ...], count: int, seed: int, tier: str | None, path: Path) -> None:
    """Draw questions of bank FOLDERS into a sheet with the columns of the rubric, tiers hidden."""
    rows = [row for folder in folders for row in _rows(folder) if tier is None or row.draft.tier == tier]
    if not rows:
        raise click.ClickException("These folders hold no such question.")
    drawn = draw_sample(rows, count, seed)
    try:
        path.write_text(sheet_text(drawn), "utf-8", newline="")
    except OSError as error:
        raise click.ClickException(f"{path} cannot be written: {error.strerror}") from error
    click.echo(f"{path}: {len(drawn)} of {len(rows)} questions, seed {seed}.")


def _rows(folder: Path) -> list[Judged]:
    reading = read_folder(folder)
    if reading.entry is None:
        problems = reading.all_problems()
        raise click.ClickException(str(problems[0]) if problems else f"{folder} is no bank folder.")
    return [Judged(reading.name, reading.entry.title, draft) for draft in reading.drafts]
