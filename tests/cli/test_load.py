from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from quizapp.accounts.operations import sign_up
from quizapp.banks.models import Bank
from quizapp.banks.operations import BankDetails, keep_bank
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction
from tests import small_bank
from tests.cli.commands import Command, command
from tests.small_bank import write_bank


@pytest.fixture
def load(tmp_path: Path, database_url: str) -> Command:
    """Give the command, run on the test's own database."""
    return command(tmp_path, database_url, "load")


def sound_bank() -> dict[str, Any]:
    """The small bank without the explanations, which are too poor to be published."""
    data = small_bank.small_bank()
    for row in data["questions"]["questions"]:
        del row["explanation"]
    return data


def banks(app: Flask) -> int:
    """Count the banks there are."""
    with app.app_context():
        return db.session.scalar(select(func.count()).select_from(Bank)) or 0


def test_it_works_and_loading_again_finds_nothing_new(app: Flask, load: Command, tmp_path: Path) -> None:
    folder = write_bank(tmp_path, sound_bank())
    assert load(folder).stdout == "small: 9 questions added, 6 quizzes published\n"
    assert load(folder).stdout == "small: nothing new\n"
    assert banks(app) == 1


def test_one_broken_folder_keeps_the_sound_ones_out_too(app: Flask, load: Command, tmp_path: Path) -> None:
    sound = write_bank(tmp_path / "sound", sound_bank())
    broken = write_bank(tmp_path / "broken", sound_bank())
    (broken / "facts.yaml").write_text("facts:\n\t- x\n")
    result = load(sound, broken)
    assert result.exit_code == 1
    first, *_rest, last = result.stderr.splitlines()
    assert first.startswith(f"{broken / 'facts.yaml'}:2: F02 this is not YAML")
    assert last == f"Error: {broken} was not loaded: 1 mistake."
    assert banks(app) == 0


def test_what_lint_refuses_is_not_loaded(app: Flask, load: Command, tmp_path: Path) -> None:
    data = sound_bank()
    row = next(row for row in data["questions"]["questions"] if row["id"] == "pact.place.short_text")
    row["content"]["accept"] = ["Avalon Bay"]
    result = load(write_bank(tmp_path, data))
    assert result.exit_code == 1
    assert "questions.yaml:" in result.stderr
    assert "E02 " in result.stderr
    assert banks(app) == 0


def test_a_bank_without_a_quiz_says_that_nobody_will_see_it(load: Command, tmp_path: Path) -> None:
    data = sound_bank()
    del data["bank"]["quizzes"]
    result = load(write_bank(tmp_path, data))
    assert result.stdout.startswith("small: 9 questions added; bank.yaml cuts no quiz from it"), result.stderr


def test_two_folders_of_one_slug_are_refused_together(app: Flask, load: Command, tmp_path: Path) -> None:
    twins = [write_bank(tmp_path / name, sound_bank()) for name in ("one", "two")]
    result = load(*twins)
    assert (result.exit_code, banks(app)) == (1, 0)
    assert result.stderr == "Error: Two folders have the slug small: give one another slug. Nothing was loaded.\n"


def test_a_slug_that_a_teachers_bank_holds_is_refused(app: Flask, load: Command, tmp_path: Path) -> None:
    with app.app_context(), transaction():
        tess = sign_up("tess", "Tess", "hash", now=small_bank.NOW, is_teacher=True)
        details = BankDetails("small", "Hers")
        keep_bank(details, {}, folder_hash="", owner_id=tess.id, now=small_bank.NOW)
    result = load(write_bank(tmp_path, sound_bank()))
    assert result.exit_code == 1
    assert "The slug “small” is that of “Hers”, which belongs to a teacher here" in result.stderr
    assert banks(app) == 1
