from pathlib import Path
from typing import Any

from quizapp.interchange.bank_folder import generated_text, read_folder, read_sources
from quizapp.interchange.bank_lint import PlacedFinding, lint_folder, stale_problem
from tests.core.generation.fact_rows import ask, fact
from tests.small_bank import small_bank, write_bank

EVIDENCE = [{"document": "article", "quote": "signed on 4 April 1949 in Lagoon City"}]


def generated(tmp_path: Path, *asks: dict[str, Any], **bank: Any) -> Path:
    """A bank folder with these asks, and the questions made of them."""
    data = small_bank()
    data["facts"] = {"facts": [fact(*asks, evidence=EVIDENCE)]}
    data["bank"] |= {"quizzes": [], **bank}
    folder = write_bank(tmp_path, data)
    (folder / "questions.yaml").write_text(generated_text(read_sources(folder)), "utf-8")
    return folder


def findings(folder: Path) -> list[PlacedFinding]:
    """All that the rules find in a folder."""
    reading = read_folder(folder)
    assert reading.all_problems() == []
    return lint_folder(reading)


def line_with(folder: Path, name: str, text: str) -> int:
    """The number of the first line that holds a text."""
    lines = (folder / name).read_text().splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


def test_a_finding_stands_where_a_person_mends_it(tmp_path: Path) -> None:
    folder = generated(tmp_path, ask(), ask(slot="town", question="Which of these is true?", forms=["short_text"]))
    (row,) = [row for row in findings(folder) if row.finding.rule == "W22"]
    assert (row.file, row.line) == ("facts.yaml", line_with(folder, "facts.yaml", "slot: town"))
    assert str(row).endswith("No reason recorded.")


def test_a_question_of_no_fact_is_mended_in_its_own_row(tmp_path: Path) -> None:
    data = small_bank()
    data["questions"]["questions"][2]["stem"] = "Which of these is true?"
    folder = write_bank(tmp_path, data)
    (row,) = [row for row in findings(folder) if row.finding.rule == "W22"]
    assert (row.file, row.line) == ("questions.yaml", line_with(folder, "questions.yaml", "pact.place.short_text"))


def test_recorded_reasons_are_shown_for_question_quiz_and_bank(tmp_path: Path) -> None:
    row = ask(question="Which of these is true?", forms=["choice"], overrides={"W22": "On purpose."})
    asks = [row, *(ask(slot=f"place-{n}", forms=["true_false"], truth=True, sentence=f"{n} {{}}.") for n in range(9))]
    quiz = {"slug": "all", "title": "All", "select": {"all": True}, "overrides": {"W18": "A quick one."}}
    folder = generated(tmp_path, *asks, quizzes=[quiz], overrides={"S30": "One place is all there is."})
    reasons = {row.finding.rule: row.finding.reason for row in findings(folder)}
    assert (reasons["W22"], reasons["W18"]) == ("On purpose.", "A quick one.")
    assert reasons["S30"] == "One place is all there is."
    places = {row.finding.rule: row.file for row in findings(folder)}
    assert (places["W18"], places["S30"]) == ("bank.yaml", "bank.yaml")


def test_alternatives_of_a_slot_are_no_fault_of_a_quiz_that_draws_one(tmp_path: Path) -> None:
    quizzes = [{"slug": "all", "title": "All", "select": {"all": True}}]
    assert "E09" not in {row.finding.rule for row in findings(generated(tmp_path, ask(), quizzes=quizzes))}
    named = ["pact.place.choice", "pact.place.cloze"]
    folder = generated(tmp_path, ask(), quizzes=[{"slug": "two", "title": "Two", "questions": named}])
    assert [row.finding.question for row in findings(folder) if row.finding.rule == "E09"] == ["pact.place.cloze"]


def test_questions_that_facts_no_longer_give_are_stale(tmp_path: Path) -> None:
    folder = generated(tmp_path, ask())
    assert stale_problem(read_folder(folder)) is None
    facts = folder / "facts.yaml"
    facts.write_text(facts.read_text().replace("Mill Village", "Mill Hamlet"))
    problem = stale_problem(read_folder(folder))
    assert problem is not None
    assert (problem.rule, problem.fix) == ("F09", f"Run: quizapp generate {folder}")


def test_other_line_ends_are_not_stale_and_written_questions_never_are(tmp_path: Path) -> None:
    folder = generated(tmp_path, ask())
    questions = folder / "questions.yaml"
    questions.write_bytes(questions.read_bytes().replace(b"\n", b"\r\n"))
    assert stale_problem(read_folder(folder)) is None
    assert stale_problem(read_folder(write_bank(tmp_path / "other", small_bank()))) is None
