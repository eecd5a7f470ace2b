from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from flask import Flask

from quizapp.storage.transaction import transaction
from tests.cli.commands import Command, command
from tests.history.simulated import simulate


@pytest.fixture
def analyse(loaded: Flask, tmp_path: Path, database_url: str) -> Command:
    """Give the command on a database where forty took the exam."""
    with loaded.app_context(), transaction():
        simulate("exam", 40)
    return command(tmp_path, database_url, "item-analysis")


def test_the_table_and_the_sheet(analyse: Command) -> None:
    table = analyse("small/exam")
    assert table.exit_code == 0, table.stderr
    assert "According to the article, when was the pact signed?" in table.stdout
    assert "Hardly anybody chooses" in table.stdout
    sheet = analyse("exam", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(sheet.stdout.lstrip("\ufeff"))))
    assert len(rows) == 8
    assert {row["n"] for row in rows} == {"40"}
    assert all(0 <= float(row["from"]) <= float(row["facility"]) <= float(row["to"]) <= 1 for row in rows)


def test_what_is_not_there(analyse: Command) -> None:
    missing = analyse("nonsense")
    assert missing.exit_code == 1
    assert "There is no quiz nonsense. Quizzes here: 1 (“The first quiz”, small/first)" in missing.stderr
    assert analyse("first").stdout == "Nobody has handed in this quiz yet.\n"
