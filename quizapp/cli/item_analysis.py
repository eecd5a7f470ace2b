"""`quizapp item-analysis`: how the questions of a quiz did, as a table or a sheet."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import click

from quizapp.cli.installation import one_clear_line, open_installation
from quizapp.history.queries import ItemRow, Which, item_table
from quizapp.interchange.item_sheet import item_sheet
from quizapp.quizzes.errors import NoSuchQuiz
from quizapp.quizzes.queries.named import quiz_named

HEADER = f"{'n':>5}  {'right':>5}  {'(95 %)':>9}  {'tells apart':>11}  {'of possible':>11}  question"


@click.command()
@click.argument("quiz")
@click.option("--format", "shape", type=click.Choice(["table", "csv"]), default="table", show_default=True)
@click.option(
    "--which", type=click.Choice(get_args(Which)), default="first", show_default=True, help="Which attempts count."
)
@click.option("--data", type=click.Path(path_type=Path), help="Directory of the database and the secret key.")
def item_analysis(quiz: str, shape: str, which: Which, data: Path | None) -> None:
    """Print how each question of QUIZ did: its number, or its slug, alone or as bank/quiz."""
    with one_clear_line():
        app, _settings = open_installation(data)
        with app.app_context():
            try:
                items = item_table(quiz_named(quiz), which=which)
            except NoSuchQuiz as error:
                raise click.ClickException(str(error)) from None
    if shape == "csv":
        click.echo(item_sheet(items), nl=False)
        return
    click.echo("\n".join(table_lines(items)) if items else "Nobody has handed in this quiz yet.")


def table_lines(items: tuple[ItemRow, ...]) -> list[str]:
    """Return the item table as lines of text, what to do below each question that needs it."""
    lines = [HEADER]
    for row in items:
        lines.append(f"{row.figures.n:>5}  {_figures(row)}  {row.stem}")
        lines += [f"{'':>51}  {'!' if one.is_urgent else '?' if one.is_hint else '-'} {one.text}" for one in row.advice]
    return lines


def _figures(row: ItemRow) -> str:
    figures = row.figures
    if not figures.is_enough or figures.facility is None or figures.low is None or figures.high is None:
        return f"{'not enough data':<42}"
    spread = f"{figures.low:.0%}-{figures.high:.0%}"
    return (
        f"{figures.facility:>5.0%}  {spread:>9}  {_share(figures.discrimination):>11}  {_share(figures.efficiency):>11}"
    )


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"
