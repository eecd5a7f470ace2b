from pathlib import Path

import pytest

from quizapp.interchange.bank_folder import read_bank
from quizapp.interchange.write_folder import write_bank
from tests import small_bank

SHIPPED = Path(__file__).parents[2] / "questions" / "ussr-and-nato"


def test_a_bank_reads_back_as_it_was_written(tmp_path: Path) -> None:
    data = small_bank.small_bank()
    data["bank"]["overrides"] = {"S30": "Small."}
    data["bank"]["quizzes"][0]["overrides"] = {"W18": "Small too."}
    select = {"facts": ["pact"], "kinds": ["choice", "date"], "questions": ["signers.ben.cloze"]}
    data["bank"]["quizzes"][2]["select"] = select
    bank = read_bank(small_bank.write_bank(tmp_path / "first", data))
    folder = write_bank(tmp_path / "second", bank)
    assert folder == tmp_path / "second" / "small"
    assert read_bank(folder) == bank
    assert not (folder / "questions.yaml").read_text().startswith("# Generated")


def test_questions_that_the_facts_give_are_written_to_the_byte(tmp_path: Path) -> None:
    bank = read_bank(SHIPPED)
    folder = write_bank(tmp_path, bank)
    assert read_bank(folder) == bank
    assert (folder / "questions.yaml").read_bytes() == (SHIPPED / "questions.yaml").read_bytes()


def test_a_folder_that_is_there_is_not_overwritten(tmp_path: Path) -> None:
    bank = read_bank(small_bank.write_bank(tmp_path, small_bank.small_bank()))
    with pytest.raises(FileExistsError):
        write_bank(tmp_path, bank)
