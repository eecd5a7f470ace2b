"""`quizapp seed-answers`: a made-up school with as many answers as one likes, to see how pages bear them."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

import click
from flask import Flask

from quizapp.accounts.errors import NameTaken
from quizapp.accounts.passwords import hash_password
from quizapp.accounts.queries.people import has_people
from quizapp.cli.installation import one_clear_line, open_installation
from quizapp.cli.load import load_folders
from quizapp.cli.progress import ShownProgress
from quizapp.cli.seeded_school import QUESTIONS, SchoolPlan, make_school
from quizapp.cli.serve import shipped_banks
from quizapp.quizzes.queries.own import askable_banks

PEOPLE = (
    "There are people in this installation, and made-up answers cannot be taken out again. "
    "Name an empty directory with --data DIR, or say --throwaway if this one is thrown away anyway."
)
AGAIN = "It was seeded before, and the same people cannot be made twice: name an empty directory with --data DIR."
NOBODY = 0  # reads the banks of the installation
TOO_FEW = f"A quiz asks {QUESTIONS} questions: --answers must be at least {QUESTIONS}."


@click.command()
@click.option("--answers", default=100_000, show_default=True, type=click.IntRange(min=1), help="How many answers.")
@click.option(
    "--big", default=0, show_default=True, type=click.IntRange(min=0), help="How many of them one quiz holds."
)
@click.option("--seed", default=1, show_default=True, help="Another seed makes other people and answers.")
@click.option("--throwaway", is_flag=True, help="Fill an installation that has people: it is thrown away anyway.")
@click.option("--data", type=click.Path(path_type=Path), help="Directory of the database and the secret key.")
def seed_answers(answers: int, big: int, seed: int, throwaway: bool, data: Path | None) -> None:
    """Fill an empty installation with made-up courses: 250 learners and 2 quizzes of 20 questions each.

    With --big one more quiz, taken by its link, holds so many answers alone. Everybody is made up; nobody but the
    teachers, seed-1 and so on, can sign in.
    """
    if answers < QUESTIONS:
        raise click.ClickException(TOO_FEW)
    if big > answers:
        raise click.ClickException("--big is a part of --answers and cannot be more than that.")
    password = secrets.token_urlsafe(9)
    with one_clear_line():
        app, settings = open_installation(data)
        begun = monotonic()
        made = seed_school(app, answers=answers, big=big, seed=seed, password=password, anyway=throwaway)
    click.echo(f"{made:,} answers in {monotonic() - begun:.0f} s. Look at them: quizapp serve --data {settings.data}")
    click.echo(f"Sign in as seed-1, seed-2 and so on, who teach; password: {password}")


def seed_school(app: Flask, *, answers: int, big: int, seed: int, password: str, anyway: bool) -> int:
    """Make the school and return how many answers it gave; refuse an installation with people in it."""
    with app.app_context():
        if has_people() and not anyway:
            raise click.ClickException(PEOPLE)
    load_folders(app, shipped_banks())
    with app.app_context():
        bank = max(askable_banks(NOBODY), key=lambda one: one.accepted)
        plan = SchoolPlan(bank.bank_id, answers, big, seed, hash_password(password))
        try:
            return make_school(plan, now=datetime.now(UTC), tell=ShownProgress("seeding", "answers", every=5))
        except NameTaken:
            raise click.ClickException(AGAIN) from None
