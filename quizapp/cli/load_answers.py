"""`quizapp load-answers`: an existing record of answers into the database, whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import click
from flask import Flask

from quizapp.accounts.errors import NameTaken
from quizapp.cli.installation import one_clear_line, open_installation
from quizapp.interchange.answers import BroughtIn, FaultyRecord, Record, Target, bring_in, look_through, read_record
from quizapp.interchange.answers.faults import said
from quizapp.interchange.answers.moments import SlashedDates
from quizapp.interchange.answers.table import QUESTION
from quizapp.quizzes.errors import NoSuchQuiz
from quizapp.quizzes.queries.named import quiz_asking, quiz_named
from quizapp.storage.transaction import transaction, wait_for_installation
from quizapp.teaching.errors import NoSuchAssignment, RefusedEntry
from quizapp.teaching.queries.assignments import SetQuiz, set_quiz
from quizapp.teaching.rules import clean_zone

MOST_BYTES = 50_000_000
MOST_SAID = 200  # different mistakes
MOST_NAMED = 5
FORM = """\b
FILE is a table, one answer on each line, its columns named on the first line:
  learner   the name they sign in with
  question  its key, its number in the quiz, or its words
  response  what was answered; empty: nothing was
  when      2026-03-05, 2026-03-05 10:30, or 5.3.2026 10:30
and, where they are there:
  attempt   tells attempts of one learner apart; without it, by the day
  sure      yes or no
  name      what a learner made by --make-learners is called
\b
How a response is written, by the kind of its question:
  choice                the words of the option
  multiple              the words of every option ticked: Avalon; Brolin
  true_false            true or false
  short_text, cloze     what was typed
  number, date          what was typed: 12; 4 April 1949
  matching              left: right; left: right
  ordering              first; second; third
With --paper, letters as on the printed form: B; A, C; 1 C, 2 A; C, A, B.
"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for on the command line."""

    path: Path
    encoding: str
    dry_run: bool


@click.command(epilog=FORM)
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--quiz", help="Its number, or its slug, alone or as bank/quiz, or its title [default: the quiz of these keys]."
)
@click.option("--assignment", type=int, help="What the quiz was set to a class as: the attempts count there.")
@click.option("--make-learners", is_flag=True, help="Make accounts, without a password, for names nobody has.")
@click.option("--paper", type=click.Choice(["A", "B"]), default=None, help="Letters and numbers are this form's.")
@click.option("--zone", default=None, help="Whose clock times are by [default: the class's; else UTC].")
@click.option("--dates", type=click.Choice(["day-first", "month-first"]), help="How dates like 3/5/2026 are meant.")
@click.option("--encoding", default="", help="Of the file [default: UTF-8, or UTF-16 by its mark].")
@click.option("--dry-run", is_flag=True, help="Check every line and say what it would come to; change nothing.")
@click.option("--data", type=click.Path(path_type=Path), help="Directory of the database and the secret key.")
def load_answers(
    path: Path,
    quiz: str | None,
    assignment: int | None,
    make_learners: bool,
    paper: str | None,
    zone: str | None,
    dates: SlashedDates | None,
    encoding: str,
    dry_run: bool,
    data: Path | None,
) -> None:
    """Bring in an existing record of answers, every line of it or nothing.

    Each mistake is named by its line, its column and what to do. The attempts are graded like any other, and the same
    file again changes nothing.
    """
    wanted = Wanted(path, known_encoding(encoding), dry_run)
    with one_clear_line():
        app, _settings = open_installation(data)
        with app.app_context():
            set_as = assigned(assignment) if assignment is not None else None
            record = read_file(wanted)
            target = Target(
                quiz_id=quiz_of(quiz, set_as, record),
                set_as=set_as,
                zone=zone_of(zone, set_as),
                slashed=dates or "",
                make_learners=make_learners,
                paper=paper or "",
            )
        outcome = load_record(app, wanted, record, target)
    for line in summary(record, outcome, set_as, dry_run=dry_run):
        click.echo(line)


def read_file(wanted: Wanted) -> Record:
    """Read the table of a file, or end with what is wrong with it."""
    if wanted.path.stat().st_size > MOST_BYTES:
        raise click.ClickException(f"{wanted.path} is larger than {MOST_BYTES // 1_000_000} MB: divide it by learner.")
    try:
        return read_record(wanted.path.read_bytes(), encoding=wanted.encoding)
    except OSError as error:
        raise click.ClickException(f"{wanted.path} cannot be read: {error.strerror}.") from None
    except FaultyRecord as faulty:
        raise refused(faulty, wanted.path) from None


def load_record(app: Flask, wanted: Wanted, record: Record, target: Target) -> BroughtIn:
    """Bring a record in, or only look through it; end with every mistake of it where there are any."""
    now = datetime.now(UTC)
    try:
        with app.app_context():
            if wanted.dry_run:
                return look_through(record, target, now=now)
            with transaction():
                wait_for_installation()  # the same file loaded twice at once is loaded once
                return bring_in(record, target, now=now)
    except NoSuchQuiz:
        raise click.ClickException("Nobody can take this quiz now: publish it first. Nothing was loaded.") from None
    except NameTaken:
        raise click.ClickException("Somebody took one of the names meanwhile. Nothing was loaded: try again.") from None
    except FaultyRecord as faulty:
        raise refused(faulty, wanted.path) from None


def refused(faulty: FaultyRecord, path: Path) -> click.ClickException:
    """Print every mistake of a record with its place, and return the end of it."""
    lines = said(faulty.faults, str(path))
    more = len(lines) - MOST_SAID
    click.echo("\n".join([*lines[:MOST_SAID], *([f"… and {more:,} more"] if more > 0 else [])]), err=True)
    mistakes = "1 mistake" if len(faulty.faults) == 1 else f"{len(faulty.faults):,} mistakes"
    return click.ClickException(f"{path} was not loaded: {mistakes}, and nothing was changed.")


def summary(record: Record, outcome: BroughtIn, set_as: SetQuiz | None, *, dry_run: bool) -> list[str]:
    """Return what a record came to, in words."""
    place = f"“{outcome.quiz}”" + (f" as it was set to {set_as.class_name}" if set_as else "")
    if not outcome.attempts:
        return [f"Every line of it ({outcome.lines:,}) is here already, in {place}: nothing was changed."]
    would = "would be " if dry_run else ""
    lines = [
        f"{outcome.lines:,} lines: {counted(outcome.attempts, 'attempt')} of {counted(outcome.learners, 'learner')} "
        f"{would}brought in, into {place}."
    ]
    if outcome.here:
        lines.append(f"{counted(outcome.here, 'attempt')} of it {be(outcome.here)} here already.")
    if outcome.made:
        named = ", ".join(pupil.username for pupil in outcome.made[:MOST_NAMED])
        more = ", …" if len(outcome.made) > MOST_NAMED else ""
        lines.append(f"{counted(len(outcome.made), 'account')} {would}made, without a password: {named}{more}.")
    if outcome.left_blank:
        lines.append(f"{counted(outcome.left_blank, 'answer')} the file does not speak of {would}left blank.")
    if record.ignored:
        lines.append(f"Columns that nobody asks for: {', '.join(record.ignored)}.")
    return [*lines, *(["This was a dry run: nothing was changed."] if dry_run else [])]


def counted(count: int, what: str) -> str:
    """Return a count with its word."""
    return f"{count:,} {what}" + ("" if count == 1 else "s")


def be(count: int) -> str:
    """Return is or are."""
    return "is" if count == 1 else "are"


def known_encoding(name: str) -> str:
    """Return the name of an encoding, or end with a line where there is none of that name."""
    try:
        "a".encode(name or "utf-8")
    except (LookupError, UnicodeError):
        message = f"No text is encoded as {name}. Write cp1252 or utf-8, for instance."
        raise click.ClickException(message) from None
    return name


def assigned(assignment_id: int) -> SetQuiz:
    """Return an assignment by its number, or end with a line."""
    try:
        return set_quiz(assignment_id)
    except NoSuchAssignment:
        raise click.ClickException(
            f"Nothing is set to a class under the number {assignment_id}: it stands in the address of its page."
        ) from None


def quiz_of(name: str | None, set_as: SetQuiz | None, record: Record) -> int:
    """Return the quiz by its name, else what was set, else the one that asks the questions of a record.

    It ends with a line where there is none or another one was set.
    """
    if name is None and set_as is not None:
        return set_as.quiz_id
    try:
        quiz_id = quiz_named(name) if name else quiz_asking({line[QUESTION] for line in record.lines})
    except NoSuchQuiz as error:
        raise click.ClickException(str(error)) from None
    if set_as is not None and set_as.quiz_id != quiz_id:
        raise click.ClickException(f"What was set as number {set_as.id} is another quiz: “{set_as.title}”.")
    return quiz_id


def zone_of(name: str | None, set_as: SetQuiz | None) -> str:
    """Return the time zone that times are by, or end with a line where there is none of that name."""
    try:
        return clean_zone(name) if name else set_as.time_zone if set_as else "UTC"
    except RefusedEntry as refusal:
        raise click.ClickException(f"--zone {name}: {refusal}") from None
