import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from quizapp.core.kinds import Citation, key_text
from quizapp.interchange.bank_folder import BrokenBank, generated_text, read_bank, read_folder, read_sources
from quizapp.interchange.questions_file import questions_text
from tests.core.generation.fact_rows import ask, fact
from tests.small_bank import ARTICLE, small_bank, write_bank


def problems(folder: Path) -> list[str]:
    """Every problem of a folder, as it is printed."""
    return [str(problem) for problem in read_folder(folder).all_problems()]


def broken(tmp_path: Path, **changes: Any) -> list[str]:
    """What is reported for the small bank with some of bank.yaml changed."""
    data = small_bank()
    data["bank"] |= changes
    return problems(write_bank(tmp_path, data))


def test_a_sound_folder_is_read_whole(tmp_path: Path) -> None:
    bank = read_bank(write_bank(tmp_path, small_bank()))
    assert (bank.entry.title, bank.entry.slug) == ("A small bank", "small")
    assert [document.entry.key for document in bank.documents] == ["article", "paper"]
    assert bank.documents[0].data == ARTICLE.encode()
    assert len(bank.facts.facts) == 4
    assert {draft.kind for draft in bank.drafts} == {
        *("choice", "multiple", "true_false", "short_text", "number", "date", "cloze", "matching", "ordering")
    }
    assert key_text(bank.drafts[0].content) == "4 April 1949"
    anchor = bank.anchors[Citation("article", "in Lagoon City")]
    assert ARTICLE[anchor.start : anchor.end] == "in Lagoon City"


def test_a_quiz_holds_the_questions_it_names_or_all_that_it_selects(tmp_path: Path) -> None:
    plans = {plan.entry.slug: plan for plan in read_bank(write_bank(tmp_path, small_bank())).quizzes}
    assert plans["timed"].questions == ("pact.date.choice", "pact.place.short_text", "pact.states.number")
    assert len(plans["pick"].questions) == 9
    assert (plans["pick"].entry.pick, plans["timed"].entry.time_limit_minutes) == (4, 10)


def test_a_selection_takes_facts_and_kinds_and_only_what_is_ready(tmp_path: Path) -> None:
    data = small_bank()
    quiz = {
        "slug": "some",
        "title": "Some",
        "select": {"facts": ["pact", "flags"], "kinds": ["choice", "multiple", "date"]},
    }
    data["bank"]["quizzes"] = [quiz]
    data["questions"]["questions"][1]["tier"] = "needs-your-eye"
    (plan,) = read_bank(write_bank(tmp_path, data)).quizzes
    assert plan.questions == ("pact.date.choice", "flags.raised.multiple")


def test_a_folder_that_is_not_there_is_reported(tmp_path: Path) -> None:
    assert problems(tmp_path / "none") == [
        f"{tmp_path / 'none'}: F01 there is no such folder. Fix: Name a bank folder."
    ]


@pytest.mark.parametrize("name", ["bank.yaml", "questions.yaml"])
def test_a_file_that_is_missing_is_reported(tmp_path: Path, name: str) -> None:
    folder = write_bank(tmp_path, small_bank())
    (folder / name).unlink()
    assert problems(folder)[0].startswith(f"{name}: F01 it cannot be read: No such file or directory. Fix: ")


def test_a_bank_without_facts_may_still_have_questions(tmp_path: Path) -> None:
    folder = write_bank(tmp_path, small_bank())
    (folder / "facts.yaml").unlink()
    assert read_bank(folder).facts.facts == ()


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"slug": "other", "title": "x"}, "the slug 'other' is not the folder's name"),
        ({"title": None}, "'title' is missing"),
        ({"titel": "x"}, "there is no field 'titel' here. Fix: Write 'title'."),
        ({"documents": []}, "there is no document 'article'. Fix: Use a key of bank.yaml"),
        ({"quizzes": [{"slug": "a", "title": "A"}]}, "a quiz names its questions or selects them"),
        ({"quizzes": [{"slug": "a", "title": "A", "select": {"all": False}}]}, "nothing is selected"),
        ({"quizzes": [{"slug": "a", "title": "A", "questions": ["pact.x"]}]}, "there is no question 'pact.x'"),
        ({"quizzes": [{"slug": "a", "title": "A", "select": {"facts": ["x"]}}]}, "there is no fact 'x'"),
        ({"quizzes": [{"slug": "a", "title": "A", "select": {"all": True}, "pick": 99}]}, "it picks 99 of 8 slots"),
        ({"quizzes": [{"slug": "a", "title": "A", "select": {"all": True}, "pass_mark": 101}]}, "from 0 to 100"),
        ({"quizzes": [{"slug": "a", "title": "A", "select": {"all": True}, "feedback": "never"}]}, "cannot be 'never'"),
        ({"quizzes": [{"slug": "a", "title": "A", "select": {"all": True}}] * 2}, "the slug 'a' is taken"),
    ],
)
def test_mistakes_in_the_banks_own_file_are_reported(tmp_path: Path, changes: dict[str, Any], expected: str) -> None:
    data = small_bank()
    data["bank"] = {name: value for name, value in (data["bank"] | changes).items() if value is not None}
    folder = write_bank(tmp_path, data)
    if data["bank"]["slug"] != "small":
        folder = folder.rename(tmp_path / "small")
    found = problems(folder)
    assert any(expected in line for line in found)
    assert all(line.startswith(("bank.yaml:", "facts.yaml:", "questions.yaml:")) and "Fix: " in line for line in found)


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("documents/lost.txt", "'documents/lost.txt' cannot be read: No such file or directory"),
        ("../secret.txt", "'../secret.txt' leads out of the folder"),
        ("/etc/hostname", "'/etc/hostname' leads out of the folder"),
    ],
)
def test_a_document_lies_in_the_folder(tmp_path: Path, file: str, expected: str) -> None:
    (tmp_path / "secret.txt").write_text("Nobody may read this.")
    data = small_bank()
    data["bank"]["documents"][1]["file"] = file
    assert any(expected in line for line in problems(write_bank(tmp_path, data)))


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("Nobody may read this.")
    folder = write_bank(tmp_path, small_bank())
    (folder / "documents" / "paper.txt").unlink()
    (folder / "documents" / "paper.txt").symlink_to(tmp_path / "secret.txt")
    assert any("leads out of the folder" in line for line in problems(folder))


@pytest.mark.parametrize(
    ("spoil", "expected"),
    [
        (lambda place: place.symlink_to(place.name), "cannot be read: it leads to no file"),
        (os.mkfifo, "cannot be read: it is no file"),
        (Path.mkdir, "cannot be read: it is no file"),
        (lambda place: os.truncate(os.open(place, os.O_CREAT | os.O_WRONLY), 3 * 2**30), "is larger than 50 MB"),
    ],
    ids=["a link to itself", "a pipe", "a folder", "a huge file"],
)
def test_what_is_no_plain_file_is_reported(tmp_path: Path, spoil: Callable[[Path], None], expected: str) -> None:
    folder = write_bank(tmp_path, small_bank())
    place = folder / "documents" / "paper.txt"
    place.unlink()
    spoil(place)
    (line,) = problems(folder)
    assert line.startswith("bank.yaml:")
    assert f"'documents/paper.txt' {expected}. Fix: " in line


def test_a_yaml_file_may_not_be_huge_or_lead_out_of_the_folder(tmp_path: Path) -> None:
    folder = write_bank(tmp_path, small_bank())
    with (folder / "facts.yaml").open("a") as facts:
        facts.write("# filler\n" * 1_200_000)
    (folder / "bank.yaml").rename(tmp_path / "bank.yaml")
    (folder / "bank.yaml").symlink_to(tmp_path / "bank.yaml")
    assert problems(folder)[:2] == [
        "bank.yaml: F06 it leads out of the folder. Fix: Write bank.yaml with title, slug and documents.",
        "facts.yaml: F02 it is larger than 10 MB. Fix: Split the bank.",
    ]


def test_a_failed_quote_is_reported_once_with_its_line(tmp_path: Path) -> None:
    data = small_bank()
    wrong = "signed on 5 April 1949"
    data["facts"]["facts"][0]["evidence"][0]["quote"] = wrong
    data["questions"]["questions"][0]["citations"][0]["quote"] = wrong
    (line,) = problems(write_bank(tmp_path, data))
    assert line.startswith("facts.yaml:7: E01 The document does not hold the words “signed on 5 April 1949” (article).")


def test_mistakes_in_questions_are_reported_at_their_row(tmp_path: Path) -> None:
    data = small_bank()
    rows = data["questions"]["questions"]
    rows[1]["id"] = rows[0]["id"]
    rows[2]["content"] = {"accept": []}
    rows[3]["content"] = {"value": "many"}
    rows[4]["kind"] = "essay"
    data["bank"]["quizzes"] = []
    found = problems(write_bank(tmp_path, data))
    text = (tmp_path / "small" / "questions.yaml").read_text().splitlines()
    places = {line.split(" ")[0]: line.split(" ", 1)[1] for line in found}
    assert len(places) == 4
    assert any("the id 'pact.date.choice' is taken" in line for line in found)
    assert any("E03 At least one answer must be accepted" in line for line in found)
    assert any("F06 The field value must be a plain number" in line for line in found)
    assert any("'kind' cannot be 'essay'" in line for line in found)
    assert all(text[int(place.split(":")[1]) - 1].strip() for place in places)


def test_nothing_is_used_by_halves(tmp_path: Path) -> None:
    data = small_bank()
    data["questions"]["questions"][3]["stem"] = ""
    with pytest.raises(BrokenBank) as caught:
        read_bank(write_bank(tmp_path, data))
    (problem,) = caught.value.problems
    assert (problem.file, problem.rule, problem.message) == ("questions.yaml", "F03", "'stem' is empty")


def test_questions_read_back_as_they_were_written(tmp_path: Path) -> None:
    folder = write_bank(tmp_path, small_bank())
    drafts = read_bank(folder).drafts
    (folder / "questions.yaml").write_text(questions_text(drafts, folder="questions/small"), "utf-8")
    assert read_bank(folder).drafts == drafts


def test_what_is_generated_does_not_depend_on_where_the_folder_lies(tmp_path: Path) -> None:
    data = small_bank()
    quote = {"document": "article", "quote": "in Lagoon City"}
    data["facts"]["facts"] = [fact(ask(), evidence=[quote])]
    folder = write_bank(tmp_path / "here", data)
    moved = shutil.copytree(folder, tmp_path / "there" / "small")
    assert generated_text(read_sources(folder)) == generated_text(read_sources(moved))
    assert str(tmp_path) not in generated_text(read_sources(folder))
