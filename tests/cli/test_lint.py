from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from quizapp.cli import main
from tests.core.generation.fact_rows import ask, fact
from tests.small_bank import small_bank, write_bank

EVIDENCE = [
    {"document": "article", "quote": "signed on 4 April 1949 in Lagoon City"},
    {"document": "article", "quote": "Eleven guests looked on"},
    {"document": "article", "quote": "The first congress met in 1950"},
    {"document": "article", "quote": "The red flag was raised by Avalon"},
    {"document": "article", "quote": "The Lagoon Pact"},
]


def folder_of(root: Path, row: dict[str, Any], **more: Any) -> Path:
    """A bank folder with one ask, its questions generated."""
    data = small_bank()
    data["facts"] = {"facts": [fact(row, evidence=EVIDENCE, **more)]}
    data["bank"]["quizzes"] = []
    folder = write_bank(root, data)
    (folder / "questions.yaml").unlink()
    CliRunner().invoke(main, ["generate", str(folder)])
    return folder


def lint(*arguments: object) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(main, ["lint", *map(str, arguments)])


def test_it_works(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, ask())
    result = lint(folder)
    assert (result.exit_code, result.output) == (
        0,
        f"{folder}: 4 questions in 1 slots (choice 1, cloze 1, short_text 1, true_false 1); "
        "0 problems, 0 E, 0 W, 0 S, 0 without a recorded reason.\n",
    )


def test_a_malformed_folder_fails(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, ask())
    (folder / "bank.yaml").write_text("title: [)")
    result = lint(folder)
    assert result.exit_code == 1
    assert result.output.startswith(f"{folder / 'bank.yaml'}:2: F02 this is not YAML")


def test_a_failed_quote_fails(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, ask())
    article = folder / "documents" / "article.txt"
    article.write_text(article.read_text().replace("Eleven guests", "Ten guests"))
    result = lint(folder)
    assert result.exit_code == 1
    assert "E01 The document does not hold the words “Eleven guests looked on” (article)" in result.output


def test_an_e_in_a_ready_question_fails_and_one_that_waits_for_an_eye_does_not(tmp_path: Path) -> None:
    wrong = ask(answer={"place": "Seaside"}, forms=["short_text"])
    result = lint(folder_of(tmp_path / "ready", wrong))
    assert result.exit_code == 1
    assert "E02 no cited quote says “Seaside” [pact.place.short_text]" in result.output
    assert lint(folder_of(tmp_path / "waiting", wrong, tier="needs-your-eye")).exit_code == 0


def test_a_warning_prints_and_fails_only_when_strict_and_unexplained(tmp_path: Path) -> None:
    vague = ask(question="Which place is the correct answer about the pact: is it true?", forms=["choice"])
    vague["question"] = "Which of these places of the pact is correct?"
    folder = folder_of(tmp_path / "bare", vague)
    assert lint(folder).exit_code == 0
    assert "W22" in lint(folder).output
    assert lint("--strict", folder).exit_code == 1
    explained = folder_of(tmp_path / "explained", {**vague, "overrides": {"W22": "It is."}})
    assert lint("--strict", explained).exit_code == 0
    assert "Recorded reason: It is." in lint(explained).output


def test_stale_questions_fail(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, ask())
    facts = folder / "facts.yaml"
    facts.write_text(facts.read_text().replace("Mill Village", "Mill Hamlet"))
    result = lint(folder)
    assert result.exit_code == 1
    assert "questions.yaml:1: F09 it is not what facts.yaml gives today" in result.output


@pytest.mark.parametrize("order", [("sound", "broken"), ("broken", "sound")])
def test_one_broken_folder_of_several_fails_and_all_are_judged(tmp_path: Path, order: tuple[str, ...]) -> None:
    sound = folder_of(tmp_path, ask())
    folders = {"sound": sound, "broken": tmp_path / "none"}
    result = lint(*(folders[name] for name in order))
    assert result.exit_code == 1
    assert f"{sound}: 4 questions" in result.output
    assert "F01 there is no such folder" in result.output
