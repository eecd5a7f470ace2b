"""A class whose truth is known, and its teacher's browser."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask, session
from sqlalchemy import select, update

from quizapp.accounts import operations as accounts
from quizapp.accounts.models import Person
from quizapp.attempts.models import Attempt
from quizapp.quizzes.models import Quiz
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction
from quizapp.teaching.models import Accommodation, Assignment, Class, Enrolment
from quizapp.web.session import sign_in_person
from tests.history.simulated import simulate
from tests.small_bank import NOW
from tests.web.browser import Browser

HOUR = timedelta(hours=1)


@pytest.fixture
def tess(loaded: Flask) -> Browser:
    """Give the browser of the teacher whose class of thirty-two took the exam; one of them did not, one was late."""
    with loaded.app_context(), transaction():
        teacher = accounts.sign_up("tess", "Tess", "hash", now=NOW, is_teacher=True)
        quiz = db.session.scalars(select(Quiz).where(Quiz.slug == "exam")).one()
        quiz.owner_id = teacher.id
        simulate("exam", 31)
        room = Class(owner_id=teacher.id, name="=4b", time_zone="Europe/Berlin", created_at=NOW)
        db.session.add_all([room, Person(display_name="=cmd|'/c calc'!A1", session_key="x", created_at=NOW)])
        db.session.flush()
        learners = db.session.scalars(select(Person).where(Person.username.is_(None)).order_by(Person.id)).all()
        db.session.add_all(Enrolment(class_id=room.id, person_id=one.id, joined_at=NOW) for one in learners)
        assignment = Assignment(
            quiz_id=quiz.id, class_id=room.id, feedback="", opens_at=NOW, due_at=NOW + HOUR, created_at=NOW
        )
        db.session.add(assignment)
        db.session.flush()
        db.session.execute(update(Attempt).values(assignment_id=assignment.id))
        late = db.session.scalars(select(Attempt).order_by(Attempt.id)).first()
        assert late is not None
        late.submitted_at = NOW + 2 * HOUR
        spared = db.session.scalars(select(Attempt).order_by(Attempt.id.desc())).first()
        assert spared is not None
        spared.submitted_at = NOW + 2 * HOUR
        db.session.add(Accommodation(assignment_id=assignment.id, person_id=spared.learner_id, due_at=NOW + 3 * HOUR))
    browser = Browser(loaded)
    with loaded.test_request_context():
        sign_in_person(teacher)
        serializer = loaded.session_interface.get_signing_serializer(loaded)  # type: ignore[attr-defined]
        browser.with_cookie(str(serializer.dumps(dict(session))))
    return browser
