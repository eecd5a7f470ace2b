"""The pages of results, on a class whose truth is known."""

from __future__ import annotations

import csv
import io
from datetime import timedelta

from flask import Flask
from sqlalchemy import select, update

from quizapp.accounts import operations as accounts
from quizapp.accounts.models import Person
from quizapp.attempts.models import Answer, Attempt, AttemptItem
from quizapp.banks.models import Bank
from quizapp.banks.operations.copy import copy_bank
from quizapp.documents.models import Document
from quizapp.history.queries.coverage_map import coverage_map
from quizapp.quizzes.models import Quiz
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction
from quizapp.teaching.models import Assignment
from quizapp.web.clock import set_clock
from tests.history.simulated import simulate
from tests.history.test_suspects import the_wrong_key
from tests.small_bank import NOW
from tests.web.browser import Browser

HOUR = timedelta(hours=1)


def ids(app: Flask) -> tuple[int, int, int]:
    with app.app_context():
        quiz = db.session.scalars(select(Quiz.id).where(Quiz.slug == "exam")).one()
        return quiz, *db.session.execute(select(Assignment.id, Assignment.class_id)).one()


def test_the_quiz_and_the_class(loaded: Flask, tess: Browser) -> None:
    quiz, assignment, _room = ids(loaded)
    for path in (f"/teach/results/quizzes/{quiz}", f"/teach/results/assignments/{assignment}"):
        page = tess.get(path).text
        assert "The exam quiz" in page
        assert "What needs a look comes first" in page
        assert "Reliability (alpha)" in page
        assert "Who chose what" in page
    assert "last attempts" in tess.get(f"/teach/results/quizzes/{quiz}?which=last").text
    assert tess.get(f"/teach/results/quizzes/{quiz}?which=nonsense").status_code == 200


def test_nobody_yet_says_what_to_do(loaded: Flask, tess: Browser) -> None:
    with loaded.app_context(), transaction():
        first = db.session.scalars(select(Quiz).where(Quiz.slug == "first")).one()
        first.owner_id = db.session.scalars(select(Quiz.owner_id).where(Quiz.slug == "exam")).one()
        quiz = first.id
    assert "Nobody has handed it in yet" in tess.get(f"/teach/results/quizzes/{quiz}").text


def test_a_quiz_that_was_put_away_keeps_its_results(loaded: Flask, tess: Browser) -> None:
    quiz, assignment, _room = ids(loaded)
    with loaded.app_context(), transaction():
        db.session.get_one(Quiz, quiz).archived_at = NOW
    assert "The exam quiz" in tess.get(f"/teach/results/quizzes/{quiz}").text
    assert "The exam quiz" in tess.get(f"/teach/results/assignments/{assignment}").text


def test_a_few_attempts_are_counted(loaded: Flask, tess: Browser) -> None:
    quiz = ids(loaded)[0]
    with loaded.app_context(), transaction():
        few = db.session.scalars(select(Attempt.id).order_by(Attempt.id).limit(5)).all()
        db.session.execute(update(Attempt).where(Attempt.id.not_in(few)).values(state="open"))
        asked = select(Answer).join(AttemptItem, AttemptItem.id == Answer.item_id)
        answers = db.session.scalars(asked.where(AttemptItem.attempt_id.in_(few), AttemptItem.position == 1)).all()
        won = sum(answer.verdict == "right" for answer in answers)
    page = tess.get(f"/teach/results/quizzes/{quiz}").text
    assert f"{won} of 5 right" in page
    assert "not enough for figures" not in page


def test_the_gradebook(loaded: Flask, tess: Browser) -> None:
    room = ids(loaded)[2]
    page = tess.get(f"/teach/results/classes/{room}").text
    assert page.count(">late<") == 1
    assert page.count(">missing<") == 1
    assert "1 of 32 is behind" in page
    assert page.count('class="strip"') == 1
    assert 'class="chance"' in page
    assert "31 of 32" in page


def test_the_sheets_start_no_formula(loaded: Flask, tess: Browser) -> None:
    quiz, _assignment, room = ids(loaded)
    sheet = tess.get(f"/teach/results/classes/{room}/gradebook.csv")
    assert sheet.headers["Content-Disposition"].startswith("attachment")
    rows = list(csv.reader(io.StringIO(sheet.text.lstrip("\ufeff"))))
    assert rows[0] == ["learner", "The exam quiz", "average", "overdue"]
    assert len(rows) == 33
    assert not any(cell.startswith(("=", "+", "@")) for row in rows for cell in row)
    assert any(row[0].startswith("'=cmd") for row in rows)
    items = list(csv.DictReader(io.StringIO(tess.get(f"/teach/results/quizzes/{quiz}/items.csv").text[1:])))
    assert len(items) == 8


def test_one_learner_and_one_attempt(loaded: Flask, tess: Browser) -> None:
    room = ids(loaded)[2]
    with loaded.app_context():
        attempt, learner = db.session.execute(select(Attempt.id, Attempt.learner_id).order_by(Attempt.id)).first() or (
            0,
            0,
        )
    page = tess.get(f"/teach/results/classes/{room}/learners/{learner}").text
    assert "15 minutes" in page  # two hours in which nothing was answered
    answers = tess.get(f"/teach/results/classes/{room}/learners/{learner}/attempts/{attempt}").text
    assert "According to the article, when was the pact signed?" in answers
    assert "4 April 1949" in answers
    assert tess.get(f"/teach/results/classes/{room}/learners/{learner}/attempts/{attempt + 1}").status_code == 404


def test_the_pages_take_as_many_statements_for_many_as_for_few(
    loaded: Flask, tess: Browser, statements: list[str]
) -> None:
    quiz, assignment, room = ids(loaded)
    most = {f"quizzes/{quiz}": 8, f"assignments/{assignment}": 8, f"quizzes/{quiz}/items.csv": 8, f"classes/{room}": 8}
    counts: dict[str, set[int]] = {path: set() for path in most}
    for seed in (7, 8):
        for path, found in counts.items():
            statements.clear()
            assert tess.get(f"/teach/results/{path}").status_code == 200
            found.add(len(statements))
        with loaded.app_context(), transaction():
            simulate("exam", 40, seed=seed)
    assert all(len(found) == 1 and max(found) <= most[path] for path, found in counts.items()), counts


def test_every_answer_is_a_line_of_a_sheet(loaded: Flask, tess: Browser) -> None:
    assignment = ids(loaded)[1]
    assert "Every answer as a sheet" in tess.get(f"/teach/results/assignments/{assignment}").text
    sheet = tess.get(f"/teach/results/assignments/{assignment}/answers.csv").text.lstrip("\ufeff")
    rows = list(csv.DictReader(io.StringIO(sheet)))
    assert len(rows) == 31 * 8
    first = next(row for row in rows if row["question"] == "pact.date.choice" and row["verdict"] == "right")
    assert (first["response"], first["when"], first["attempt"]) == ("4 April 1949", f"{NOW:%Y-%m-%dT%H:%M:%S}Z", "1")


def test_a_moment_is_told_in_the_zone_of_the_class(loaded: Flask, tess: Browser) -> None:
    assert "14:00" in tess.get(f"/teach/results/classes/{ids(loaded)[2]}").text


def test_the_map_of_a_document(loaded: Flask, tess: Browser, statements: list[str]) -> None:
    room = ids(loaded)[2]
    with loaded.app_context():
        document = db.session.scalars(select(Document.id).where(Document.short_title == "the article")).one()
    page = tess.get(f"/teach/results/documents/{document}").text
    assert "Questions rest on" in page
    assert "Teach these again" in page
    assert 'class="map-weak"' in page
    assert 'href="/teach/results/questions/' in page
    assert "is not a day" in tess.get(f"/teach/results/documents/{document}?from=x").text
    assert "Nobody answered between these days" in tess.get(f"/teach/results/documents/{document}?to=2001-01-01").text
    assert (
        f'href="/teach/results/documents/{document}?class_id={room}"' in tess.get(f"/teach/results/classes/{room}").text
    )
    assert "in this class" in tess.get(f"/teach/results/documents/{document}?class_id={room}").text
    assert tess.get(f"/teach/results/documents/{document}?class_id=987").status_code == 404
    statements.clear()
    tess.get(f"/teach/results/documents/{document}?page=99")
    assert len(statements) <= 13


def test_the_map_counts_each_question_once_and_none_whose_key_is_in_doubt(loaded: Flask, tess: Browser) -> None:
    with loaded.app_context(), transaction():
        document = db.session.scalars(select(Document.id).where(Document.short_title == "the article")).one()
        teacher = db.session.scalars(select(Person.id).where(Person.username == "tess")).one()
        before = coverage_map(document, teacher, now=NOW)
        copy_bank(db.session.scalars(select(Bank.id)).one(), teacher, now=NOW)
        after = coverage_map(document, teacher, now=NOW)
        assert (after.questions, after.answered, after.answers) == (before.questions, before.answered, before.answers)
        assert {row.answers for row in after.weakest for row in row.figures.answered} == {31}
        simulate("exam", 80, seed=9, answers=the_wrong_key)
    set_clock(loaded, lambda: NOW)
    page = tess.get(f"/teach/results/documents/{document}").text
    again, first = page.split("Look at these questions first")
    assert "when was the pact signed?" in first.partition("The document</h2>")[0]
    assert "check the key" in first
    assert "when was the pact signed?" not in again


def test_the_map_says_nothing_of_anothers_questions(loaded: Flask, tess: Browser) -> None:
    with loaded.app_context(), transaction():
        document = db.session.scalars(select(Document.id).where(Document.short_title == "the article")).one()
        teacher = db.session.scalars(select(Person.id).where(Person.username == "tess")).one()
        theo = accounts.sign_up("theo", "Theo", "hash", now=NOW, is_teacher=True)
        assert coverage_map(document, teacher, now=NOW).asked
        db.session.execute(update(Bank).values(owner_id=theo.id))
        assert not coverage_map(document, teacher, now=NOW).asked
        assert coverage_map(document, theo.id, now=NOW).asked
