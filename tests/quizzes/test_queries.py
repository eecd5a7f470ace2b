from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.core.grading import policy_words
from quizapp.documents.queries import Source
from quizapp.quizzes.errors import NoSuchQuiz
from quizapp.quizzes.models import Quiz
from quizapp.quizzes.queries import Cover, ShelfEntry, cover, shelf
from quizapp.storage.database import db
from tests.small_bank import IN_ORDER, load_small_bank, quiz, small_bank


def quiz_id(slug: str) -> int:
    return db.session.scalars(select(Quiz.id).where(Quiz.slug == slug)).one()


def test_the_shelf_shows_what_is_offered_in_its_order(loaded: Flask) -> None:
    with loaded.app_context():
        entries = shelf()
        assert entries[3] == ShelfEntry(
            quiz_id=quiz_id("timed"),
            title="The timed quiz",
            description="About timed.",
            bank_title="A small bank",
            level="any",
            question_count=3,
            minutes=2,
            time_limit_minutes=10,
            feedback="at_end",
            open_document=False,
        )
    counts = [(entry.title.split()[1], entry.question_count) for entry in entries]
    assert counts == [("first", 8), ("exam", 8), ("open", 8), ("timed", 3), ("once", 1), ("pick", 4)]


def test_what_is_archived_or_not_for_everyone_is_not_on_the_shelf(loaded: Flask, tmp_path: Path) -> None:
    data = small_bank()
    data["bank"]["quizzes"] = data["bank"]["quizzes"][:2]
    load_small_bank(loaded, tmp_path, data)
    with loaded.app_context():
        db.session.scalars(select(Quiz).where(Quiz.slug == "exam")).one().audience = "classes"
        db.session.flush()
        assert [entry.title for entry in shelf()] == ["The first quiz"]
        assert cover(quiz_id("exam")).title == "The exam quiz"  # who may see it is asked elsewhere
        with pytest.raises(NoSuchQuiz):
            cover(quiz_id("open"))
        db.session.rollback()
        with pytest.raises(NoSuchQuiz):
            cover(999)


def test_the_shelf_takes_one_statement_however_many_there_are(
    app: Flask, tmp_path: Path, statements: list[str]
) -> None:
    data = small_bank()
    counts = []
    for number in (1, 3):
        data["bank"]["quizzes"] = [quiz(f"q{place}", questions=IN_ORDER) for place in range(number)]
        load_small_bank(app, tmp_path, data)
        statements.clear()
        with app.app_context():
            assert len(shelf()) == number
        counts.append(len(statements))
    assert counts == [1, 1]


def test_a_cover_says_everything_a_learner_should_know(loaded: Flask, statements: list[str]) -> None:
    with loaded.app_context():
        timed = quiz_id("timed")
        statements.clear()
        found = cover(timed)
    assert len(statements) == 4
    kinds = ("choice", "short_text", "number")
    article, paper = found.sources
    assert article == Source(
        id=article.id,
        title="The Lagoon Pact",
        short_title="the article",
        author="",
        publisher="A press",
        published="2020",
        address="",
        source_kind="article",
        source_note="An article. Nobody signed it.",
        language="en",
    )
    assert paper.title == "A paper"
    assert found == Cover(
        quiz_id=timed,
        edition_id=found.edition_id,
        title="The timed quiz",
        description="About timed.",
        bank_title="A small bank",
        level="any",
        language="en",
        question_count=3,
        minutes=2,
        time_limit_minutes=10,
        feedback="at_end",
        open_document=False,
        shuffle=False,
        attempts_allowed=None,
        pass_percent=None,
        kinds=kinds,
        marking=tuple(policy_words(kinds)),
        sources=(article, paper),
    )
