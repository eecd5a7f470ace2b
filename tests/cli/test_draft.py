from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from quizapp.cli import main
from quizapp.cli.progress import ShownProgress

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


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("bad.pdf", b"%PDF-1.7\n" + bytes(range(256)) * 9, "The PDF is damaged or cut short"),
        ("bad.docx", b"PK\x03\x04" + bytes(range(256)) * 9, "The file is damaged or cut short"),
        ("noise.txt", bytes(range(256)) * 99, "The file holds no text that can be read"),
        ("empty.txt", b"", "The file is empty"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_a_sentence_with_nothing_written(
    tmp_path: Path, name: str, data: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(data)
    result = run("draft", tmp_path / name, "--out", tmp_path / "bank")
    assert result.exit_code == 1
    assert result.output.startswith(f"Error: {name}: {said}")
    assert result.output.count("\n") == 1
    assert not (tmp_path / "bank").exists()


def test_what_is_no_ordinary_file_is_not_read(tmp_path: Path) -> None:
    result = run("draft", "/dev/zero", "--out", tmp_path / "bank")
    assert (result.exit_code, result.output) == (1, "Error: /dev/zero is no ordinary file.\n")


def test_a_file_over_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(60 * 1024 * 1024)
    result = run("draft", path, "--out", tmp_path / "bank")
    assert result.exit_code == 1
    assert "50 MB" in result.output


def test_a_folder_of_other_files_is_left_alone_and_a_draft_may_be_drafted_again(tmp_path: Path) -> None:
    folder = tmp_path / "genoa"
    folder.mkdir()
    (folder / "letter.txt").write_text("mine")
    result = run("draft", document(tmp_path), "--out", folder)
    assert result.exit_code == 1
    assert "holds other files" in result.output
    assert contents(folder) == {"letter.txt": b"mine"}
    (folder / "letter.txt").unlink()
    assert run("draft", document(tmp_path), "--out", folder).exit_code == 0
    assert run("draft", document(tmp_path), "--out", folder).exit_code == 0


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "genoa").write_text("mine")
    result = run("draft", document(tmp_path), "--out", tmp_path / "genoa")
    assert result.exit_code == 1
    assert "is a file, not a folder" in result.output


def test_long_work_says_how_far_it_has_come_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    told = ShownProgress("Drafting", "sentences", every=0)
    told(1, 2000)
    told(2000, 2000)
    silent = ShownProgress("Drafting", "sentences")
    silent(1, 2)
    caught = capsys.readouterr()
    assert caught.out == ""
    assert caught.err == "Drafting: 1 of 2,000 sentences\nDrafting: 2,000 of 2,000 sentences\n"


def drafted(root: Path) -> Path:
    folder = root / "genoa"
    assert run("draft", document(root), "--out", folder).exit_code == 0
    return folder


@pytest.mark.parametrize("name", ["facts.yaml", "questions.yaml", "bank.yaml", "documents/genoa-harbour.txt"])
def test_what_was_edited_in_an_earlier_draft_is_not_written_over_unless_asked_for(tmp_path: Path, name: str) -> None:
    folder = drafted(tmp_path)
    before = contents(folder)
    (folder / name).write_bytes((folder / name).read_bytes().replace(b"Genoa", b"Genova"))
    edited = contents(folder)
    assert edited != before
    result = run("draft", document(tmp_path), "--out", folder)
    assert result.exit_code == 1
    assert f"was edited since it was drafted ({name})" in result.output
    assert "name another folder, or add --replace" in result.output
    assert contents(folder) == edited
    assert run("draft", document(tmp_path), "--out", folder, "--replace").exit_code == 0
    assert contents(folder) == before


def test_a_draft_that_nobody_edited_is_written_over_even_with_other_line_ends(tmp_path: Path) -> None:
    folder = drafted(tmp_path)
    before = contents(folder)
    for name, content in before.items():
        (folder / name).write_bytes(content.replace(b"\n", b"\r\n"))
    assert run("draft", document(tmp_path), "--out", folder).exit_code == 0
    assert contents(folder) == before


def test_a_draft_without_marks_may_have_been_edited(tmp_path: Path) -> None:
    folder = drafted(tmp_path)
    bank = folder / "bank.yaml"
    kept = [line for line in bank.read_text().splitlines(keepends=True) if not line.startswith("#   ")]
    bank.write_text("".join(kept))
    assert "was edited since it was drafted (bank.yaml)" in run("draft", document(tmp_path), "--out", folder).output
