"""The commands, run where the tests are: a process of its own for each would take longer than what it does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from click.testing import CliRunner, Result

from quizapp.cli import main

Command = Callable[..., Result]


def command(data: Path, database_url: str, *words: str) -> Command:
    """Return a way to run a command with more words behind these, on the database of a test."""
    environ = {"QUIZAPP_DATA": str(data), "QUIZAPP_DATABASE_URL": database_url}

    def run(*more: object) -> Result:
        return CliRunner(env=environ).invoke(main, [*words, *map(str, more)], catch_exceptions=False)

    return run
