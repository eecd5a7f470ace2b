"""The shelf."""

from __future__ import annotations

from pathlib import Path

from flask import Flask

from tests.small_bank import load_small_bank, small_bank
from tests.web.browser import Browser
from tests.web.learn.taking import take


def test_an_empty_shelf_says_what_to_do(visitor: Browser) -> None:
    assert "No quiz stands here yet" in visitor.get("/").text


def test_quizzes_stand_under_their_bank(app: Flask, tmp_path: Path, visitor: Browser) -> None:
    load_small_bank(app, tmp_path)
    page = visitor.get("/").text
    assert '<h2 id="bank-1">A small bank</h2>' in page
    assert page.index("The first quiz") < page.index("The exam quiz")
    assert "8 questions" in page
    assert "begun" not in page


def test_a_learner_sees_where_she_stands(app: Flask, tmp_path: Path, gus: Browser) -> None:
    load_small_bank(app, tmp_path)
    taking = take(gus, "once")
    assert "begun: go on" in gus.get("/").text
    taking.answer(1)
    page = gus.get("/").text
    assert "best 100&nbsp;%" in page
    assert "begun" not in page


def test_as_many_statements_for_one_quiz_as_for_six(
    app: Flask, tmp_path: Path, gus: Browser, statements: list[str]
) -> None:
    one = small_bank()
    one["bank"]["quizzes"] = one["bank"]["quizzes"][:1]
    load_small_bank(app, tmp_path / "one", one)
    assert gus.get("/").text.count('class="book"') == 1
    statements.clear()
    gus.get("/")
    few = len(statements)
    load_small_bank(app, tmp_path / "six")
    statements.clear()
    assert gus.get("/").text.count('class="book"') == 6
    assert len(statements) == few
