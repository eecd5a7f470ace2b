from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import update

from quizapp.accounts.models import Person
from quizapp.attempts.models import Attempt
from quizapp.banks.models import Question
from quizapp.quizzes.models import Edition, Quiz
from quizapp.storage.database import db
from quizapp.storage.job import Job
from quizapp.storage.transaction import transaction
from quizapp.teaching.models import Assignment, Class, Enrolment
from tests.many_questions import make_bank_of
from tests.web.browser import Browser
from tests.web.desk_scene import BARE, SETTINGS
from tests.web.teach.teaching import id_of, teacher

NOW = datetime.now(UTC)


@pytest.fixture
def tess(app: Flask) -> Browser:
    """Give the browser of Tess, who teaches."""
    return teacher(app, "tess")


def kept(row: Any) -> Any:
    db.session.add(row)
    db.session.flush()
    return row


def test_a_teacher_who_signs_in_begins_at_the_desk_and_a_learner_at_the_shelf(
    app: Flask, tess: Browser, ana: Browser, visitor: Browser
) -> None:
    assert visitor.sign_in("tess").location == "/teach/"
    assert visitor.get("/account/sign-in").location == "/teach/"
    assert Browser(app).sign_in("tess", next="/learn/history/").location == "/learn/history/"
    assert Browser(app).sign_in("ana").location == "/"
    assert ana.get("/teach/").status_code == 404


def test_a_new_teacher_sees_the_way_and_its_first_step(tess: Browser) -> None:
    page = tess.get("/teach/").text
    assert page.count('<li class="step') == 4
    assert page.count("is-next") == 1
    assert page.index("is-next") < page.index("Give a document")
    assert "is-done" not in page
    assert "desk-card" not in page


def test_steps_are_done_one_after_the_other(app: Flask, tess: Browser) -> None:
    with app.app_context(), transaction():
        bank = make_bank_of(10, id_of("tess"))
        db.session.execute(update(Question).where(Question.bank_id == bank).values(state="draft"))
    page = tess.get("/teach/").text
    assert page.count("is-done") == 1
    assert f'href="/teach/banks/{bank}/review"' in page
    with app.app_context(), transaction():
        db.session.execute(update(Question).where(Question.bank_id == bank).values(state="accepted", stale_at=None))
    page = tess.get("/teach/").text
    assert page.count("is-done") == 2
    assert "To review" not in page


def test_what_needs_her_is_one_click_away(app: Flask, tess: Browser, ana: Browser) -> None:
    with app.app_context(), transaction():
        names = set_up(id_of("tess"), id_of("ana"))
    page = tess.get("/teach/").text
    assert "4 questions" in page
    assert f'href="/teach/banks/{names["bank"]}/review"' in page
    assert "Stale, because a document was changed" in page
    assert "2 of 3 handed in, <b>1 not begun</b>" in page
    assert "Results wait for you to release them" in page
    assert "1 handed in" in page
    assert "25&nbsp;%" in page
    assert "no text in it" in page
    assert "From a document to your class" not in page


def set_up(tess: int, ana: int) -> dict[str, int]:
    """Make a bank, jobs, a class of three, and a quiz that two of them have handed in."""
    bank = make_bank_of(20, tess)
    others = [
        kept(Person(display_name=name, username=name, password_hash="x", session_key=name, created_at=NOW)).id
        for name in ("ben", "cyd", "dan")
    ]
    quiz, edition = quiz_of(tess, bank)
    room = kept(Class(owner_id=tess, name="4b", time_zone="Europe/Berlin", created_at=NOW))
    for person in (ana, *others):
        removed = NOW if person == others[-1] else None
        kept(Enrolment(class_id=room.id, person_id=person, joined_at=NOW, removed_at=removed))
    work = kept(Assignment(quiz_id=quiz, class_id=room.id, feedback="on_release", opens_at=NOW - timedelta(days=1),
                           due_at=NOW + timedelta(days=2), created_at=NOW))  # fmt: skip
    for person, state in ((ana, "handed_in"), (others[0], "submitted"), (others[-1], "handed_in")):
        attempted(person, edition, work.id, state)
    job = {"owner_id": tess, "bank_id": bank, "input": {"names": ["a.pdf"]}, "created_at": NOW}
    kept(Job(kind="read", state="running", step="reading", done=1, total=4, **job))
    kept(Job(kind="read", state="failed", message="There is no text in it.", **job))
    return {"bank": bank, "assignment": work.id}


def quiz_of(owner: int, bank: int) -> tuple[int, int]:
    quiz = kept(Quiz(bank_id=bank, slug="~x", owner_id=owner, position=1, audience="classes"))
    edition = kept(Edition(quiz_id=quiz.id, number=1, is_current=True, content_hash="0", published_at=NOW, **SETTINGS,
                           **BARE))  # fmt: skip
    return quiz.id, edition.id


def attempted(person: int, edition: int, assignment: int, state: str) -> None:
    kept(Attempt(learner_id=person, edition_id=edition, assignment_id=assignment, mode="quiz", title="The mill",
                 feedback="on_release", seed="s", state=state, started_at=NOW, submitted_at=NOW))  # fmt: skip


def test_what_is_over_is_put_away_from_the_desk(app: Flask, tess: Browser) -> None:
    with app.app_context(), transaction():
        job = kept(Job(kind="read", state="failed", message="There is no text in it.", owner_id=id_of("tess"),
                       input={"names": ["a.pdf"]}, created_at=NOW)).id  # fmt: skip
    assert "a.pdf" in tess.get("/teach/").text
    assert tess.post(f"/teach/documents/jobs/{job}/seen", {"to": "desk"}).location == "/teach/"
    assert "a.pdf" not in tess.get("/teach/").text


def test_the_first_step_says_that_a_document_is_being_read(app: Flask, tess: Browser) -> None:
    with app.app_context(), transaction():
        kept(Job(kind="read", state="waiting", owner_id=id_of("tess"), input={}, created_at=NOW))
    page = tess.get("/teach/").text
    assert "It is being read now" in page
    assert "data-running" in page


def test_another_teachers_things_are_not_hers(app: Flask, tess: Browser, ana: Browser) -> None:
    with app.app_context(), transaction():
        set_up(id_of("tess"), id_of("ana"))
    page = teacher(app, "theo").get("/teach/").text
    assert "desk-card" not in page
    assert "is-done" not in page


def test_a_full_desk_takes_as_many_statements(app: Flask, tess: Browser, ana: Browser, statements: list[str]) -> None:
    counts = []
    for number in (1, 3):
        with app.app_context(), transaction():
            for more in range(number):
                room = kept(Class(owner_id=id_of("tess"), name="4b", time_zone="Europe/Berlin", created_at=NOW))
                bank = make_bank_of(5, id_of("tess"), slug=f"b~{number}{more}")
                quiz, _ = quiz_of(id_of("tess"), bank)
                kept(Assignment(quiz_id=quiz, class_id=room.id, feedback="", opens_at=NOW, created_at=NOW))
        statements.clear()
        assert tess.get("/teach/").status_code == 200
        counts.append(len(statements))
    assert counts[0] == counts[1] <= 16


def test_only_admins_see_invitations(app: Flask, tess: Browser) -> None:
    with app.app_context(), transaction():
        db.session.execute(update(Person).where(Person.username == "tess").values(is_admin=True))
    tess.post("/teach/people/invitations", {"label": "Nell", "days": "7"})
    assert "Nell" in tess.get("/teach/").text
    assert "Nell" not in teacher(app, "theo").get("/teach/").text
