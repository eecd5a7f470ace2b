import os
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner, Result

from quizapp.cli import main
from tests.core.generation.fact_rows import ask, fact, pairing
from tests.small_bank import small_bank, write_bank

EVIDENCE = [{"document": "article", "quote": "signed on 4 April 1949 in Lagoon City"}]


def folder_of_facts(root: Path) -> Path:
    """A bank folder whose questions are still to be generated."""
    data = small_bank()
    data["facts"] = {"facts": [fact(ask(), pairs=pairing(7), evidence=EVIDENCE)]}
    data["bank"]["quizzes"] = []
    folder = write_bank(root, data)
    (folder / "questions.yaml").unlink()
    return folder


def generate(folder: Path) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(main, ["generate", str(folder)])


def test_it_works(tmp_path: Path) -> None:
    folder = folder_of_facts(tmp_path)
    result = generate(folder)
    assert result.exit_code == 0
    assert result.output == f"{folder / 'questions.yaml'}: 20 questions in 10 slots, 5 kinds.\n"
    assert (folder / "questions.yaml").read_text().startswith("# Generated from facts.yaml by: quizapp generate ")


def test_the_same_facts_give_the_same_bytes_whatever_the_hash_seed(tmp_path: Path) -> None:
    written = []
    for seed in ("0", "1", "4711"):
        folder = folder_of_facts(tmp_path / seed)
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", "from quizapp.cli import main; main()", "generate", str(folder)]
        subprocess.run(command, env=environment, check=True, capture_output=True)
        written.append((folder / "questions.yaml").read_bytes())
    assert len(set(written)) == 1


def test_generating_again_changes_nothing(tmp_path: Path) -> None:
    folder = folder_of_facts(tmp_path)
    generate(folder)
    first = (folder / "questions.yaml").read_bytes()
    generate(folder)
    assert (folder / "questions.yaml").read_bytes() == first


def test_a_broken_folder_is_reported_and_nothing_is_written(tmp_path: Path) -> None:
    folder = folder_of_facts(tmp_path)
    facts = folder / "facts.yaml"
    facts.write_text(
        facts.read_text().replace("in Lagoon City\n", "in Lagune City\n").replace("slot: place", "slot: 1 2")
    )
    result = generate(folder)
    assert result.exit_code == 1
    assert "E01 The document does not hold the words “signed on 4 April 1949 in Lagune City”" in result.output
    assert "'1 2' is not a name in kebab-case" in result.output
    assert "Error: 2 problems; nothing was written." in result.output
    assert not (folder / "questions.yaml").exists()


def test_questions_written_by_hand_are_never_lost(tmp_path: Path) -> None:
    folder = folder_of_facts(tmp_path)
    (folder / "questions.yaml").write_text("questions: []\n")
    result = generate(folder)
    assert (result.exit_code, result.output) == (
        1,
        f"Error: {folder / 'questions.yaml'} was written by hand and would be lost. Move it away, or add --replace.\n",
    )
    assert (folder / "questions.yaml").read_text() == "questions: []\n"
    assert CliRunner().invoke(main, ["generate", "--replace", str(folder)]).exit_code == 0
    assert sorted(path.name for path in folder.iterdir()) == ["bank.yaml", "documents", "facts.yaml", "questions.yaml"]


def test_a_folder_that_cannot_be_written_is_said_in_one_line(tmp_path: Path) -> None:
    folder = folder_of_facts(tmp_path)
    (folder / "questions.yaml.new").mkdir()
    result = generate(folder)
    assert result.exit_code == 1
    assert result.output == f"Error: {folder / 'questions.yaml'} cannot be written: Is a directory\n"


def test_quizzes_that_name_lost_questions_are_reported_after_writing(tmp_path: Path) -> None:
    folder = folder_of_facts(tmp_path)
    with (folder / "bank.yaml").open("a") as file:
        file.write("quizzes:\n- {slug: a, title: A, questions: [pact.lost.choice]}\n".replace("quizzes:\n", ""))
    bank = (folder / "bank.yaml").read_text().replace("quizzes: []\n", "quizzes:\n")
    (folder / "bank.yaml").write_text(bank)
    result = generate(folder)
    assert "there is no question 'pact.lost.choice'" in result.output
    assert (folder / "questions.yaml").exists()


def test_neither_generate_nor_lint_starts_the_web() -> None:
    code = (
        "import sys; import quizapp.cli.generate, quizapp.cli.lint; "
        "print([name for name in ('flask', 'sqlalchemy', 'werkzeug') if name in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout == "[]\n"
