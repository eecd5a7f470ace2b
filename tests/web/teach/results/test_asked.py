"""Which attempts a page of results counts: which of several, and between which days."""

from __future__ import annotations

import io

from flask import Flask
from openpyxl import load_workbook
from sqlalchemy import select, update

from quizapp.attempts.models import Attempt
from quizapp.documents.models import Document
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction
from quizapp.teaching.models import Assignment, Enrolment
from tests.small_bank import NOW
from tests.web.browser import Browser


def test_days_are_read_by_the_clock_of_the_class(loaded: Flask, tess: Browser) -> None:
    with loaded.app_context():
        path = f"/teach/results/assignments/{db.session.scalars(select(Assignment.id)).one()}"
    day = f"{NOW:%Y-%m-%d}"
    assert "<dd>31</dd>" in tess.get(path).text
    assert "<dd>31</dd>" in tess.get(f"{path}?from={day}&to={NOW:%d.%m.%Y}").text
    with loaded.app_context(), transaction():
        late = NOW.replace(hour=23, minute=30)  # half past midnight in Berlin, the day after
        db.session.execute(update(Attempt).values(submitted_at=late))
    page = tess.get(f"{path}?to={day}").text
    assert "Nobody handed it in between these days" in page
    assert f'href="{path}"' in page
    assert f'value="{day}"' in page


def test_days_that_are_none_are_said_beside_their_field(loaded: Flask, tess: Browser) -> None:
    with loaded.app_context():
        one = db.session.scalars(select(Assignment)).one()
        paths = [f"/teach/results/{part}" for part in
                 (f"quizzes/{one.quiz_id}", f"assignments/{one.id}", f"classes/{one.class_id}")]  # fmt: skip
    for path in paths:
        page = tess.get(f"{path}?from=<b>soon&to=2026-02-31").text
        assert "“&lt;b&gt;soon” is not a day" in page
        assert "“2026-02-31” is not a day" in page
        assert 'value="&lt;b&gt;soon"' in page
        assert "Nothing is shown until both days can be read" in page
        assert "lies before the first one" in tess.get(f"{path}?from=2026-03-02&to=2026-03-01").text
        assert "between 2000 and 2100" in tess.get(f"{path}?from=0001-01-01").text
        assert tess.get(f"{path}?from=x&to={'9' * 5000}").status_code == 200
    assert "Nothing was due between these days" in tess.get(f"{paths[2]}?from=2001-01-01&to=2001-01-02").text


def test_days_the_wrong_way_round_give_neither_page_nor_file(loaded: Flask, tess: Browser) -> None:
    with loaded.app_context():
        one = db.session.scalars(select(Assignment)).one()
        document = db.session.scalars(select(Document.id).where(Document.short_title == "the article")).one()
        room, quiz = f"classes/{one.class_id}", f"quizzes/{one.quiz_id}"
    days = f"?from={NOW:%Y-%m-%d}&to=2026-01-01"
    for path in (quiz, room, f"assignments/{one.id}", f"documents/{document}"):
        page = tess.get(f"/teach/results/{path}{days}").text
        assert "Nothing is shown: the first day is after the last." in page
        assert "until both days can be read" not in page
        assert " answers" not in page.partition("<main")[2].partition("<form")[0]
    for path in (f"{quiz}/items.csv", f"{room}/gradebook.xlsx", f"assignments/{one.id}/people.csv"):
        refused = tess.get(f"/teach/results/{path}{days}")
        assert refused.status_code == 400
        assert "The first day is after the last." in refused.text
    assert "“x” is not a day" in tess.get(f"/teach/results/{room}/gradebook.csv?to=x").text


def test_who_is_behind_and_what_came_of_it_as_a_workbook(loaded: Flask, tess: Browser) -> None:
    with loaded.app_context():
        assignment, room = db.session.execute(select(Assignment.id, Assignment.class_id)).one()
    page = tess.get(f"/teach/results/assignments/{assignment}").text
    assert "31 of 32 have handed in, 1 has not begun" in page
    assert "Behind: <a" in page
    book = load_workbook(
        io.BytesIO(tess.get(f"/teach/results/assignments/{assignment}/results.xlsx").data), read_only=False
    )
    people, questions, answers = book.worksheets
    assert people.max_row == 33
    assert questions.max_row == 9
    assert answers.max_row == 1 + 31 * 8
    marks = [row for row in people.iter_rows(min_row=2, values_only=True) if row[2] is not None]
    assert {(type(row[2]), row[3]) for row in marks} == {(int, 5), (int, 15)}
    assert sum(row[5] == "late" for row in marks) == 1
    grades = load_workbook(io.BytesIO(tess.get(f"/teach/results/classes/{room}/gradebook.xlsx").data))
    assert [page.title for page in grades.worksheets] == ["Gradebook", "Assignments"]
    cells = [cell for page in (*book.worksheets, *grades.worksheets) for row in page.iter_rows() for cell in row]
    assert not any(cell.data_type == "f" for cell in cells)
    assert any(str(cell.value).startswith("'=cmd") for cell in cells)


def test_a_class_of_seven_is_shown_person_by_person(loaded: Flask, tess: Browser) -> None:
    with loaded.app_context(), transaction():
        assignment = db.session.scalars(select(Assignment.id)).one()
        kept = db.session.scalars(select(Attempt.id).order_by(Attempt.id).limit(7)).all()
        db.session.execute(update(Attempt).where(Attempt.id.not_in(kept)).values(state="open"))
    page = tess.get(f"/teach/results/assignments/{assignment}").text
    assert page.count('class="learner"') == 7
    assert "The same as a table, by name" in page
    assert "Not enough data for figures" in page
    assert ">Mean<" not in page
    assert "standard deviation" not in page
    with loaded.app_context(), transaction():
        db.session.execute(update(Attempt).values(state="open"))
        db.session.execute(update(Enrolment).values(removed_at=NOW))
    assert "Nobody is in this class yet" in tess.get(f"/teach/results/assignments/{assignment}").text
