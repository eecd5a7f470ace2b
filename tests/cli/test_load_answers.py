from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask

from tests.cli.commands import command
from tests.small_bank import IN_ORDER

Load = Callable[..., Result]
RECORD = "student;item;answer;date;points\nEve;1;4 April 1949;3.2.2026 10:00;1\nEve;2;Avalon;3.2.2026 10:01;0\n"


@pytest.fixture
def load(loaded: Flask, tmp_path: Path, database_url: str) -> Load:
    """Give the command on the small bank."""
    path = tmp_path / "term.csv"
    loading = command(tmp_path, database_url, "load-answers", str(path))

    def run(text: str, *arguments: str, quiz: str = "small/exam") -> Result:
        path.write_text(text, encoding="utf-8")
        return loading(*(("--quiz", quiz) if quiz else ()), *arguments)

    return run


def test_a_record_is_looked_through_brought_in_and_known_again(load: Load) -> None:
    dry = load(RECORD, "--make-learners", "--dry-run")
    assert dry.exit_code == 0, dry.stderr
    assert dry.stdout.splitlines() == [
        "2 lines: 1 attempt of 1 learner would be brought in, into “The exam quiz”.",
        "1 account would be made, without a password: eve.",
        "6 answers the file does not speak of would be left blank.",
        "Columns that nobody asks for: points.",
        "This was a dry run: nothing was changed.",
    ]
    done = load(RECORD, "--make-learners")
    assert done.stdout.splitlines()[0] == "2 lines: 1 attempt of 1 learner brought in, into “The exam quiz”."
    again = load(RECORD)
    assert (again.exit_code, again.stdout) == (
        0,
        "Every line of it (2) is here already, in “The exam quiz”: nothing was changed.\n",
    )


def test_mistakes_end_it_with_their_places(load: Load) -> None:
    done = load(RECORD.replace("Avalon", "").replace("3.2.", "31.2."))
    assert done.exit_code == 1
    assert "term.csv:2: learner: Nobody here signs in as “Eve”. (also on line 3; 2 lines in all) Fix: " in done.stderr
    assert "term.csv:3: when: There is no such day as in “31.2.2026 10:01”. Fix: Write it as" in done.stderr
    assert done.stderr.endswith("term.csv was not loaded: 4 mistakes, and nothing was changed.\n")
    for arguments, said in (
        (("--zone", "Mars"), "--zone Mars: Choose a time zone"),
        (("--encoding", "hex", "--quiz", "nine"), "No text is encoded as hex"),
        (("--paper", "A"), "This quiz belongs to the installation and is not printed."),
    ):
        assert said in load(RECORD, *arguments).stderr


def test_the_quiz_need_not_be_named_where_its_questions_tell_it(load: Load) -> None:
    header = "learner,question,response,when\n"
    three = header + "".join(f"Eve,{key},,2026-02-03\n" for key in IN_ORDER[:3])
    assert load(three, "--make-learners", quiz="").exit_code == 0
    assert (
        load(three, quiz="The timed quiz").stdout
        == "Every line of it (3) is here already, in “The timed quiz”: nothing was changed.\n"
    )
    whole = header + "".join(f"Eve,{key},,2026-02-03\n" for key in IN_ORDER)
    unclear = load(whole, quiz="").stderr
    assert "Several quizzes ask all these: " in unclear
    assert "1 (“The first quiz”, small/first)" in unclear
    assert "small/timed" not in unclear
    assert "Say with --quiz which one" in unclear
    assert "No quiz asks questions of all these keys. Say with" in load(RECORD, quiz="").stderr
