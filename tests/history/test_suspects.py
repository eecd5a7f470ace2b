from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select, update

from quizapp.accounts.operations import sign_up
from quizapp.attempts.models import Attempt
from quizapp.banks.models import Question, QuestionVersion
from quizapp.history.operations import let_stand
from quizapp.history.queries.suspects import Suspect, suspects
from quizapp.quizzes.models import Quiz
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction
from quizapp.teaching import operations as teaching
from quizapp.teaching.rules import Times
from tests.history.simulated import by_ability, simulate
from tests.small_bank import NOW

LATER = NOW + timedelta(days=1)


def the_wrong_key(rng, ability: float, place: int) -> bool:  # type: ignore[no-untyped-def]
    """Those who know best are marked wrong at the first question, as by a wrong key."""
    return by_ability(rng, -3 * ability, place) if place == 0 else by_ability(rng, 2 * ability, place)


def look(app: Flask, person: int, **more: int) -> list[Suspect]:
    with app.app_context():
        return list(suspects(person, now=LATER + timedelta(**more)))


def test_a_key_that_the_answers_speak_against_comes_to_the_desk(loaded: Flask, statements: list[str]) -> None:
    with loaded.app_context(), transaction():
        tess = sign_up("tess", "Tess", "hash", now=NOW, is_teacher=True).id
        theo = sign_up("theo", "Theo", "hash", now=NOW, is_teacher=True).id
        simulate("exam", 80, answers=the_wrong_key)
        quiz = db.session.scalars(select(Quiz.id).where(Quiz.slug == "exam")).one()
        db.session.execute(update(Quiz).where(Quiz.id == quiz).values(owner_id=tess))
    (found,) = look(loaded, tess)
    assert (found.quiz_id, found.assignment_id, found.is_hint) == (quiz, None, False)
    assert "key" in found.advice
    assert look(loaded, theo) == []
    statements.clear()
    assert look(loaded, tess) == [found]
    assert len(statements) == 4  # nothing is added up again
    assert look(loaded, tess, days=90) == []
    with loaded.app_context(), transaction():
        let_stand(tess, replace(found, is_hint=True), now=NOW)
    assert look(loaded, tess) == [found]  # then too few had answered to be sure
    with loaded.app_context(), transaction():
        let_stand(tess, found, now=NOW)
    assert look(loaded, tess) == []
    with loaded.app_context(), transaction():
        db.session.execute(update(Quiz).where(Quiz.id == quiz).values(owner_id=None))
        room = teaching.make_class(theo, "4b", "UTC", now=NOW)
        given = teaching.assign(quiz, room, Times(opens_at=NOW), feedback="", now=NOW)
        db.session.execute(update(Attempt).values(assignment_id=given))
    assert look(loaded, tess) == []
    (of_class,) = look(loaded, theo)
    assert (of_class.version_id, of_class.assignment_id, of_class.class_name) == (found.version_id, given, "4b")
    with loaded.app_context(), transaction():
        db.session.execute(update(Attempt).where(Attempt.id > 4).values(state="open"))
    assert look(loaded, theo) == []  # too few to say anything
    with loaded.app_context(), transaction():
        db.session.execute(update(Attempt).values(state="submitted"))
        version = db.session.get_one(QuestionVersion, found.version_id)
        db.session.execute(update(Question).where(Question.id == version.question_id).values(state="retired"))
    assert look(loaded, theo) == []


@pytest.mark.sqlite_only
def test_a_sound_quiz_brings_nothing_to_the_desk(loaded: Flask) -> None:
    with loaded.app_context(), transaction():
        tess = sign_up("tess", "Tess", "hash", now=NOW, is_teacher=True).id
        simulate("exam", 60)
        db.session.execute(update(Quiz).values(owner_id=tess))
    assert look(loaded, tess) == []
