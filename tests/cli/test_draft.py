from pathlib import Path

from click.testing import CliRunner, Result

from quizapp.cli import main

TEXT = (
    "The harbour of Genoa was enlarged in 1821 by the engineer Carlo Rossi. "
    "The city of Genoa had 40,000 people in 1850.\n"
)


def run(*arguments: object) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(main, [str(part) for part in arguments])


def document(root: Path, text: str = TEXT) -> Path:
    path = root / "Genoa harbour.txt"
    path.write_text(text)
    return path


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_it_writes_a_folder_that_lint_passes_and_generate_agrees_with(tmp_path: Path) -> None:
    folder = tmp_path / "genoa"
    result = run("draft", document(tmp_path), "--out", folder)
    assert result.exit_code == 0, result.output
    assert set(contents(folder)) == {"bank.yaml", "facts.yaml", "questions.yaml", "documents/genoa-harbour.txt"}
    assert run("lint", folder).exit_code == 0
    before = (folder / "questions.yaml").read_text().split("questions:", 1)[1]
    assert run("generate", folder).exit_code == 0
    assert (folder / "questions.yaml").read_text().split("questions:", 1)[1] == before


def test_the_same_input_gives_the_same_bytes_wherever_it_lies(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    for place in ("one", "two"):
        run("draft", document(tmp_path / place), "--out", tmp_path / place / "genoa", "--seed", 7)
    assert contents(tmp_path / "one" / "genoa") == contents(tmp_path / "two" / "genoa")


def test_explain_tells_of_every_sentence(tmp_path: Path) -> None:
    result = run("draft", document(tmp_path, TEXT + "He left.\n"), "--out", tmp_path / "genoa", "--explain")
    assert "He left." in result.output
    assert "words: shorter than" in result.output
    assert result.output.count("asked:") >= 2


def test_a_document_that_yields_nothing_says_why_and_succeeds(tmp_path: Path) -> None:
    result = run("draft", document(tmp_path, "Log in or register\n"), "--out", tmp_path / "nothing")
    assert result.exit_code == 0
    assert "No question could be drafted" in result.output
    assert run("lint", tmp_path / "nothing").exit_code == 0


def test_a_folder_name_that_is_no_slug_is_refused(tmp_path: Path) -> None:
    result = run("draft", document(tmp_path), "--out", tmp_path / "My Bank")
    assert result.exit_code == 1
    assert "cannot be a bank's name" in result.output
    assert not (tmp_path / "My Bank").exists()


def test_at_most_as_many_questions_as_asked_for(tmp_path: Path) -> None:
    run("draft", document(tmp_path), "--out", tmp_path / "genoa", "--max", 2)
    assert (tmp_path / "genoa" / "questions.yaml").read_text().count("- id:") <= 2
