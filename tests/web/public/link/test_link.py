"""A quiz by its link, and a quiz set to a class, by real requests."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.accounts.models import Person
from quizapp.quizzes.models import Quiz
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction
from quizapp.teaching.models import Assignment, Class, Enrolment
from quizapp.web.clock import set_clock
from tests.web.browser import Browser

NOW = datetime(2026, 5, 4, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def change(loaded: Flask) -> Callable[[Callable[[], object]], None]:
    """Give a way to change rows as a teacher's page would."""
    set_clock(loaded, lambda: NOW)

    def do(act: Callable[[], object]) -> None:
        with loaded.app_context(), transaction():
            act()

    return do


def quiz(slug: str) -> Quiz:
    return db.session.scalars(select(Quiz).where(Quiz.slug == slug)).one()


def give_out_link() -> None:
    row = quiz("exam")
    row.audience, row.link_secret = "link", "a-secret"


def set_exam(**times: object) -> None:
    row = quiz("exam")
    row.audience = "classes"
    ana = db.session.scalars(select(Person).where(Person.username == "ana")).one()
    room = Class(owner_id=ana.id, name="4b", time_zone="Europe/Berlin", created_at=NOW)
    db.session.add(room)
    db.session.flush()
    db.session.add(Enrolment(class_id=room.id, person_id=ana.id, joined_at=NOW))
    values = {"feedback": "", "opens_at": NOW - HOUR, "created_at": NOW, **times}
    db.session.add(Assignment(quiz_id=row.id, class_id=room.id, **values))


def quiz_path(app: Flask) -> str:
    with app.app_context():
        return f"/learn/quizzes/{quiz('exam').id}"


def test_the_link_opens_the_cover_and_starts_the_quiz(
    loaded: Flask, change: Callable[..., None], visitor: Browser
) -> None:
    change(give_out_link)
    assert visitor.get(quiz_path(loaded)).status_code == 404
    cover = visitor.get("/q/a-secret")
    assert "The exam quiz" in cover.text
    assert cover.headers["Referrer-Policy"] == "no-referrer"
    assert 'action="/q/a-secret"' in cover.text
    assert visitor.post("/q/a-secret", {"name": " "}).status_code == 422
    begun = visitor.post("/q/a-secret", {"name": "Zoe"})
    assert begun.status_code == 303
    assert visitor.get(begun.location).status_code == 303
    assert "Go on where you left off" in visitor.get(quiz_path(loaded)).text


def test_an_old_link_opens_nothing(change: Callable[..., None], visitor: Browser) -> None:
    change(give_out_link)
    assert visitor.get("/q/another").status_code == 404
    assert visitor.post("/q/another", {"name": "Zoe"}).status_code == 404


def test_what_is_set_stands_first_on_the_shelf(loaded: Flask, change: Callable[..., None], ana: Browser) -> None:
    change(lambda: set_exam(due_at=NOW + HOUR))
    shelf = ana.get("/").text
    assert shelf.index("Set for you") < shelf.index("The exam quiz") < shelf.index("The first quiz")
    assert "not begun" in shelf
    cover = ana.get(quiz_path(loaded)).text
    assert "Set for" in cover
    assert "4b" in cover
    assert "later counts as late" in cover


def test_a_quiz_that_is_not_open_says_when(loaded: Flask, change: Callable[..., None], ana: Browser) -> None:
    change(lambda: set_exam(opens_at=NOW + HOUR))
    cover = ana.get(quiz_path(loaded))
    assert "It opens" in cover.text
    assert "Start the quiz" not in cover.text
    refused = ana.post(f"{quiz_path(loaded)}/start")
    assert refused.status_code == 409
    assert "cannot be begun now" in refused.text


def test_what_is_handed_in_says_when_it_is_shown(loaded: Flask, change: Callable[..., None], ana: Browser) -> None:
    change(lambda: set_exam(feedback="after_due", due_at=NOW + HOUR))
    attempt = ana.post(f"{quiz_path(loaded)}/start").location
    assert ana.post(f"{attempt}/submit").status_code == 303
    page = ana.get(f"{attempt}/result").text
    assert "Handed in" in page
    assert "4 May 2026, 12:00" in page
    assert ana.get(f"{attempt}/questions/1").location.endswith("/result")
    assert ana.get(f"{attempt}/answers/1").status_code == 404
    assert "handed in" in ana.get("/").text
    assert "handed in" in ana.get("/learn/history/").text
    set_clock(loaded, lambda: NOW + HOUR)
    assert "Every question, with its passage" in ana.get(f"{attempt}/result").text
