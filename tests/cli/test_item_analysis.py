from __future__ import annotations

import csv
import io
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask

from quizapp.storage.transaction import transaction
from tests.history.simulated import simulate
from tests.serving import PROGRAM

Analyse = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def analyse(loaded: Flask, tmp_path: Path, database_url: str) -> Analyse:
    """Give the command on a database where forty took the exam."""
    with loaded.app_context(), transaction():
        simulate("exam", 40)
    environ = os.environ | {"QUIZAPP_DATA": str(tmp_path), "QUIZAPP_DATABASE_URL": database_url}

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [PROGRAM, "item-analysis", *arguments]
        return subprocess.run(command, env=environ, capture_output=True, text=True, check=False)

    return run


def test_the_table_and_the_sheet(analyse: Analyse) -> None:
    table = analyse("small/exam")
    assert table.returncode == 0, table.stderr
    assert "According to the article, when was the pact signed?" in table.stdout
    assert "Hardly anybody chooses" in table.stdout
    sheet = analyse("exam", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(sheet.stdout.lstrip("\ufeff"))))
    assert len(rows) == 8
    assert {row["n"] for row in rows} == {"40"}
    assert all(0 <= float(row["from"]) <= float(row["facility"]) <= float(row["to"]) <= 1 for row in rows)


def test_what_is_not_there(analyse: Analyse) -> None:
    missing = analyse("nonsense")
    assert missing.returncode == 1
    assert "There is no quiz nonsense. Quizzes here: 1 (small/first)" in missing.stderr
    assert analyse("first").stdout == "Nobody has handed in this quiz yet.\n"
