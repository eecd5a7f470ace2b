from flask import Flask
from sqlalchemy import update

from quizapp.attempts.models import Attempt
from quizapp.history.queries.difficulty import questions_of_level
from quizapp.storage.database import db
from tests.composing import Teacher
from tests.learning import Learner


def test_a_question_is_as_hard_as_it_was_answered_often_enough(loaded: Flask) -> None:
    tess = Teacher(loaded)
    choice, place, states = tess.ids(["pact.date.choice", "pact.place.short_text", "pact.states.number"])
    learners = [Learner(loaded, f"Learner {number}") for number in range(10)]
    for number, learner in enumerate(learners):
        attempt = learner.start("timed")
        learner.answer(attempt, 1, right=True)
        learner.answer(attempt, 2, right=number < 6)
        if number:
            learner.answer(attempt, 3, right=False)
    levels = {level: tess.reading(lambda level=level: questions_of_level(tess.bank, level)) for level in LEVELS}
    assert levels == {"easy": {choice}, "middling": {place}, "hard": frozenset()}, "nine answers are too few"
    learners[0].answer(attempt_of(learners[0]), 3, right=False)
    assert tess.reading(lambda: questions_of_level(tess.bank, "hard")) == {states}
    tess.doing(lambda: db.session.execute(update(Attempt).values(mode="practice")))
    assert tess.reading(lambda: questions_of_level(tess.bank, "easy")) == frozenset(), "practice proves nothing"


LEVELS = ("easy", "middling", "hard")


def attempt_of(learner: Learner) -> int:
    return learner.start("timed")
