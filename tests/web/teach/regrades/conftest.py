"""A class whose quiz had a wrong key, and the teacher who finds out."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from flask import Flask, session
from sqlalchemy import select, update

from quizapp.accounts.models import Person
from quizapp.accounts.queries import signed_in
from quizapp.quizzes.models import Quiz
from quizapp.storage.database import db
from quizapp.web.session import sign_in_person
from tests.correcting import Corrector
from tests.learning import Learner
from tests.web.browser import Browser
from tests.web.teach.teaching import Room, make_room

DATE, MAY = "pact.date.choice", "4 May 1949"


@dataclass(slots=True)
class Wronged:
    """Tess, her class, and three who were asked with the wrong key: Ana and Ben chose what is right, Cyd the key."""

    room: Room
    tess: Corrector
    question_id: int
    attempts: dict[str, int]

    @property
    def path(self) -> str:
        """The address under which the question's answers are judged anew."""
        return f"/teach/regrades/questions/{self.question_id}"

    def fingerprint(self, page: str) -> str:
        """What the page carries of the dry run it shows."""
        return page.partition('name="fingerprint" value="')[2].partition('"')[0]


@pytest.fixture
def wronged(loaded: Flask) -> Wronged:
    """Let the class take the quiz before its teacher corrects the key."""
    room = make_room(loaded)
    tess = Corrector(loaded, person_id=room.person("tess"))
    tess.own()
    quiz = room.quiz("first")
    tess.doing(lambda: db.session.execute(update(Quiz).where(Quiz.id == quiz).values(owner_id=tess.id)))
    room.assign("first")
    learners = {name: learner_of(loaded, name, room) for name in ("Ana", "Ben", "Cyd")}
    attempts = {name: one.take("first", wrong=() if name == "Cyd" else {1}) for name, one in learners.items()}
    tess.swap_key(DATE, MAY)
    return Wronged(room, tess, tess.ids([DATE])[0], attempts)


def browser_of(app: Flask, name: str) -> Browser:
    """Sign somebody with an account in."""
    with app.test_request_context():
        person = db.session.scalars(select(Person).where(Person.display_name == name)).one()
        view = signed_in(person.session_key, "")
        assert view is not None
        sign_in_person(view)
        serializer = app.session_interface.get_signing_serializer(app)  # type: ignore[attr-defined]
        return Browser(app).with_cookie(str(serializer.dumps(dict(session))))


def learner_of(app: Flask, name: str, room: Room) -> Learner:
    """Give a member of the class."""
    person_id = room.person("ana") if name == "Ana" else room.enrol(name)
    return Learner(app, name, person_id)
