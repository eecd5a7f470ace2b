from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.banks.models import Question
from quizapp.practice.models import Memory
from quizapp.practice.operations import Review, forget_memories, rebuild_memories, record_review, record_reviews
from quizapp.storage.database import db
from tests.learning import Learner
from tests.small_bank import NOW


@pytest.fixture
def ana(loaded: Flask) -> Learner:
    return Learner(loaded, "Ana")


def questions(learner: Learner) -> list[int]:
    return learner.reading(lambda: list(db.session.scalars(select(Question.id).order_by(Question.id))))


def memories(learner: Learner) -> dict[int, Memory]:
    query = select(Memory).where(Memory.learner_id == learner.id)
    return learner.reading(lambda: {row.question_id: row for row in db.session.scalars(query)})


def test_a_right_answer_is_good_and_anything_else_is_again(ana: Learner) -> None:
    known, unknown, *_others = questions(ana)
    ana.doing(lambda: record_review(ana.id, Review(known, True, NOW), state=None))
    ana.doing(lambda: record_review(ana.id, Review(unknown, False, NOW), state=None))
    found = memories(ana)
    assert found[known].due == NOW + timedelta(minutes=10)
    assert found[unknown].due == NOW + timedelta(minutes=1)


def test_a_review_builds_on_what_was_remembered(ana: Learner) -> None:
    question = questions(ana)[0]
    moments = [NOW, NOW + timedelta(minutes=10), NOW + timedelta(days=3)]
    for moment in moments:
        state = memories(ana)[question].state if question in memories(ana) else None
        ana.doing(lambda: record_review(ana.id, Review(question, True, moment), state=state))  # noqa: B023
    one_by_one = memories(ana)[question]
    ben = Learner(ana.app, "Ben")
    ben.doing(lambda: record_reviews(ben.id, [Review(question, True, moment) for moment in moments]))
    at_once = memories(ben)[question]
    assert (one_by_one.state, one_by_one.due) == (at_once.state, at_once.due)
    assert one_by_one.due > NOW + timedelta(days=10)


def test_many_reviews_take_two_statements(ana: Learner, statements: list[str]) -> None:
    every = questions(ana)
    counts = []
    for some in (every[:1], every):
        statements.clear()
        reviews = [Review(question, True, NOW) for question in some]
        ana.doing(lambda: record_reviews(ana.id, reviews))  # noqa: B023 - done at once
        counts.append(len(statements))
    assert counts == [2, 2]
    assert len(memories(ana)) == len(every)


def test_rebuilding_forgets_what_is_not_in_the_answers(ana: Learner) -> None:
    first, second, *_others = questions(ana)
    ben = Learner(ana.app, "Ben")
    for learner in (ana, ben):
        learner.doing(lambda: record_reviews(learner.id, [Review(first, True, NOW)]))  # noqa: B023
    ana.doing(lambda: rebuild_memories(ana.id, [Review(second, False, NOW)]))
    assert set(memories(ana)) == {second}
    assert set(memories(ben)) == {first}
    ana.doing(lambda: forget_memories(ana.id))
    assert memories(ana) == {}
    assert set(memories(ben)) == {first}
