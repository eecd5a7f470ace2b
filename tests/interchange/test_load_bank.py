from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from quizapp.banks.models import Bank, BankDocument, Citation, Question, QuestionVersion
from quizapp.documents.models import Document, Fact, FactEvidence
from quizapp.interchange.load_bank import Loaded
from quizapp.interchange.problem import BrokenBank
from quizapp.quizzes.models import Edition, EditionItem, Quiz
from quizapp.storage.database import db
from tests.small_bank import NOW, PAPER, SLUG, load_small_bank, small_bank

LATER = NOW + timedelta(days=1)
TABLES = (Bank, BankDocument, Citation, Question, QuestionVersion, Document, Fact, FactEvidence)
TABLES += (Edition, EditionItem, Quiz)


def counts(app: Flask) -> dict[str, int]:
    with app.app_context():
        return {table.__name__: db.session.scalar(select(func.count()).select_from(table)) or 0 for table in TABLES}


def question_row(data: dict[str, Any], key: str) -> dict[str, Any]:
    return next(row for row in data["questions"]["questions"] if row["id"] == key)


def versions(app: Flask, key: str) -> list[tuple[int, str]]:
    query = select(QuestionVersion.number, QuestionVersion.stem).join(Question).where(Question.key == key)
    with app.app_context():
        return [tuple(row) for row in db.session.execute(query.order_by(QuestionVersion.number))]


def current_items(app: Flask, slug: str) -> list[tuple[str, int]]:
    """The questions of a quiz's current edition, with the number of the version it pins."""
    query = (
        select(Question.key, QuestionVersion.number)
        .join(EditionItem, EditionItem.version_id == QuestionVersion.id)
        .join(Question, Question.id == QuestionVersion.question_id)
        .join(Edition, Edition.id == EditionItem.edition_id)
        .join(Quiz, Quiz.id == Edition.quiz_id)
        .where(Quiz.slug == slug, Edition.is_current)
        .order_by(EditionItem.position)
    )
    with app.app_context():
        return [tuple(row) for row in db.session.execute(query)]


def test_a_folder_is_loaded_whole(app: Flask, tmp_path: Path) -> None:
    done = load_small_bank(app, tmp_path)
    assert done == Loaded(SLUG, added=9, published=6)
    assert done.line == "small: 9 questions added, 6 quizzes published"
    assert counts(app)["Document"] == 2
    assert counts(app)["Fact"] == 4
    assert [key for key, _number in current_items(app, "timed")] == [
        "pact.date.choice",
        "pact.place.short_text",
        "pact.states.number",
    ]


def test_every_citation_is_the_exact_text_at_its_place(app: Flask, tmp_path: Path) -> None:
    load_small_bank(app, tmp_path)
    with app.app_context():
        for table in (Citation, FactEvidence):
            rows = db.session.execute(select(table, Document.text).join(Document)).all()
            assert rows
            assert all(text[row.start : row.end] == row.exact for row, text in rows)
        roles = db.session.execute(
            select(Citation.role, Citation.exact, Citation.value)
            .join(QuestionVersion)
            .join(Question)
            .where(Question.key == "pact.date.choice")
            .order_by(Citation.position)
        )
        assert [tuple(row) for row in roles] == [
            ("key", "4 April 1949", ""),
            ("part", "4 May 1949", ""),
            ("disputes", "4 May 1949", "4 May 1949"),
        ]


def test_the_same_folder_again_changes_nothing(app: Flask, tmp_path: Path, statements: list[str]) -> None:
    load_small_bank(app, tmp_path)
    before = counts(app)
    statements.clear()
    again = load_small_bank(app, tmp_path / "elsewhere", now=LATER)
    assert len(statements) == 1  # the question whether there is anything to do
    assert again == Loaded(SLUG)
    assert again.line == "small: nothing new"
    assert counts(app) == before


def test_a_changed_question_is_a_new_version_in_a_new_edition(app: Flask, tmp_path: Path) -> None:
    load_small_bank(app, tmp_path)
    data = small_bank()
    question_row(data, "pact.place.short_text")["stem"] = "In which city was the pact signed?"
    done = load_small_bank(app, tmp_path, data, now=LATER)
    assert done == Loaded(SLUG, changed=1, published=5)  # every quiz but the one without the question
    assert done.line == "small: 1 question changed, 5 quizzes published"
    assert versions(app, "pact.place.short_text") == [
        (1, "Where was the pact signed?"),
        (2, "In which city was the pact signed?"),
    ]
    assert versions(app, "pact.states.number") == [(1, "How many states signed the pact?")]
    assert ("pact.place.short_text", 2) in current_items(app, "timed")
    with app.app_context():
        editions = select(Edition.number, Edition.is_current).join(Quiz).where(Quiz.slug == "timed")
        assert [tuple(row) for row in db.session.execute(editions.order_by(Edition.number))] == [(1, False), (2, True)]


def test_changing_back_is_a_third_version(app: Flask, tmp_path: Path) -> None:
    load_small_bank(app, tmp_path)
    data = small_bank()
    question_row(data, "pact.place.short_text")["explanation"] = "Another reason."
    load_small_bank(app, tmp_path, data)
    load_small_bank(app, tmp_path)
    assert [number for number, _stem in versions(app, "pact.place.short_text")] == [1, 2, 3]


def test_a_question_that_is_gone_is_retired_and_may_come_back(app: Flask, tmp_path: Path) -> None:
    load_small_bank(app, tmp_path)
    data = small_bank()
    data["questions"]["questions"] = [
        row for row in data["questions"]["questions"] if row["id"] != "pact.date.date"
    ]  # fmt: skip
    assert load_small_bank(app, tmp_path, data) == Loaded(SLUG, retired=1, published=2)
    assert load_small_bank(app, tmp_path, data) == Loaded(SLUG)
    with app.app_context():
        states = dict(db.session.execute(select(Question.key, Question.state)).all())
    assert states.pop("pact.date.date") == "retired"
    assert set(states.values()) == {"accepted"}
    assert [number for number, _stem in versions(app, "pact.date.date")] == [1]
    assert load_small_bank(app, tmp_path) == Loaded(SLUG, published=2)  # back as it was: no new version
    assert [number for number, _stem in versions(app, "pact.date.date")] == [1]


def test_a_changed_document_is_a_new_revision_and_what_cites_it_a_new_version(app: Flask, tmp_path: Path) -> None:
    load_small_bank(app, tmp_path)
    data = small_bank()
    data["documents"]["paper"] = "Here is more. " + PAPER
    done = load_small_bank(app, tmp_path, data)
    assert (done.added, done.changed, done.retired) == (0, 2, 0)  # the two that cite the paper
    with app.app_context():
        revisions = db.session.execute(select(Document.key, Document.revision).order_by(Document.key, Document.id))
        assert [tuple(row) for row in revisions] == [("small/article", 1), ("small/paper", 1), ("small/paper", 2)]
        rows = db.session.execute(select(Citation, Document.text).join(Document)).all()
        assert all(text[row.start : row.end] == row.exact for row, text in rows)


def test_a_changed_quiz_is_a_new_edition_and_a_missing_one_leaves_the_shelf(app: Flask, tmp_path: Path) -> None:
    load_small_bank(app, tmp_path)
    data = small_bank()
    data["bank"]["quizzes"][0]["title"] = "Another title"
    gone = data["bank"]["quizzes"].pop()
    assert load_small_bank(app, tmp_path, data, now=LATER) == Loaded(SLUG, published=1)
    with app.app_context():
        archived = dict(db.session.execute(select(Quiz.slug, Quiz.archived_at)).all())
    assert {slug for slug, moment in archived.items() if moment == LATER} == {gone["slug"]}
    load_small_bank(app, tmp_path)
    with app.app_context():
        assert set(db.session.scalars(select(Quiz.archived_at))) == {None}


def test_changed_facts_follow_and_missing_ones_are_discarded(app: Flask, tmp_path: Path) -> None:
    load_small_bank(app, tmp_path)
    data = small_bank()
    data["facts"]["facts"][1]["statement"] = "Three people signed."
    data["facts"]["facts"].pop()
    load_small_bank(app, tmp_path, data)
    with app.app_context():
        rows = {fact.key: (fact.statement, fact.state) for fact in db.session.scalars(select(Fact))}
    assert rows["small/signers"] == ("Three people signed.", "kept")
    assert rows["small/congresses"] == ("Three congresses met.", "discarded")


def test_two_banks_do_not_touch_each_other(app: Flask, tmp_path: Path) -> None:
    load_small_bank(app, tmp_path)
    other = small_bank()
    other["bank"]["slug"] = "other"
    other["questions"]["questions"] = other["questions"]["questions"][:1]
    other["bank"]["quizzes"] = other["bank"]["quizzes"][-2:-1]
    assert load_small_bank(app, tmp_path, other) == Loaded("other", added=1, published=1)
    assert load_small_bank(app, tmp_path) == Loaded(SLUG)
    with app.app_context():
        assert set(db.session.scalars(select(Question.state))) == {"accepted"}
        assert set(db.session.scalars(select(Fact.state))) == {"kept"}


def test_a_quiz_with_a_question_that_is_not_ready_loads_nothing(app: Flask, tmp_path: Path) -> None:
    load_small_bank(app, tmp_path)
    before = counts(app)
    data = small_bank()
    row = question_row(data, "pact.place.short_text")
    row["tier"], row["stem"] = "needs-your-eye", "Another stem?"
    with pytest.raises(BrokenBank, match=r"'pact\.place\.short_text' is not ready"):
        load_small_bank(app, tmp_path, data)
    assert counts(app) == before


def test_a_draft_is_kept_but_drawn_by_no_quiz(app: Flask, tmp_path: Path) -> None:
    data = small_bank()
    question_row(data, "pact.date.date")["tier"] = "needs-your-eye"
    load_small_bank(app, tmp_path, data)
    with app.app_context():
        state = db.session.scalar(select(Question.state).where(Question.key == "pact.date.date"))
    assert state == "draft"
    assert "pact.date.date" not in [key for key, _number in current_items(app, "open")]
