import csv
from pathlib import Path

from click.testing import CliRunner, Result

from quizapp.cli import main
from quizapp.interchange.judging_sheet import COLUMNS
from quizapp.interchange.spreadsheet import safe_cell
from tests.cli.test_draft import document


def run(*arguments: object) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(main, [str(part) for part in arguments])


def bank(root: Path) -> Path:
    run("draft", document(root), "--out", root / "genoa", "--title", "Genoa")
    return root / "genoa"


def test_a_sheet_shows_what_a_student_sees_and_hides_the_tier(tmp_path: Path) -> None:
    folder, sheet = bank(tmp_path), tmp_path / "sheet.csv"
    result = run("sample", folder, "--n", 3, "--seed", 5, "--out", sheet)
    assert result.exit_code == 0, result.output
    with sheet.open(newline="") as file:
        rows = list(csv.reader(file))
    assert tuple(rows[0]) == COLUMNS
    assert [row[0] for row in rows[1:]] == ["1", "2", "3"]
    assert {row[3] for row in rows[1:]} == {"Genoa"}
    assert "ready" not in sheet.read_text()
    assert all(cell == "" for row in rows[1:] for cell in row[-10:])


def test_the_same_seed_draws_the_same_questions(tmp_path: Path) -> None:
    folder = bank(tmp_path)
    for name in ("a.csv", "b.csv"):
        run("sample", folder, "--n", 2, "--seed", 5, "--out", tmp_path / name)
    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()


def test_a_folder_without_questions_is_refused(tmp_path: Path) -> None:
    run("draft", document(tmp_path, "Log in.\n"), "--out", tmp_path / "nothing")
    result = run("sample", tmp_path / "nothing", "--out", tmp_path / "sheet.csv")
    assert result.exit_code == 1
    assert "hold no such question" in result.output


def test_no_cell_can_start_a_formula() -> None:
    assert [safe_cell(text) for text in ("=1+1", "@x", "-5", "1817")] == ["'=1+1", "'@x", "'-5", "1817"]
