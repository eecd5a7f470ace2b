"""Answers that come in while others are judged anew: nothing is lost, and nothing is judged twice."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import select

from quizapp.attempts.models import Attempt
from quizapp.attempts.operations.reviews import reviews_in
from quizapp.practice.models import Memory
from quizapp.practice.operations import rebuild_memories
from quizapp.regrading.errors import RegradeError
from quizapp.regrading.models import Regrade
from quizapp.storage.database import db
from tests.correcting import Corrector
from tests.learning import Learner

DATE, MAY = "pact.date.choice", "4 May 1949"
CROWD = 6


def test_a_class_goes_on_answering_while_it_is_judged_anew(tess: Corrector) -> None:
    class_of = [Learner(tess.app, f"learner {number}") for number in range(CROWD)]
    for learner in class_of:
        learner.take("first", wrong={1})
    going = [learner.start("open") for learner in class_of]
    tess.swap_key(DATE, MAY)
    order = tess.order(DATE, "replace")
    barrier = Barrier(CROWD + 2)

    def answer(number: int) -> None:
        barrier.wait()
        for question in range(1, 9):
            class_of[number].answer(going[number], question, right=question % 2 == 0)

    def judge(_number: int) -> int:
        barrier.wait()
        done = 0
        for _ in range(20):
            try:
                tess.regrade(order)
            except RegradeError:
                continue
            done += 1
        return done

    with ThreadPoolExecutor(CROWD + 2) as pool:
        answered = [pool.submit(answer, number) for number in range(CROWD)]
        judged = [pool.submit(judge, number) for number in range(2)]
        assert all(one.result() is None for one in answered)
        done = sum(one.result() for one in judged)
    with pytest.raises(RegradeError):
        done += bool(tess.regrade(order))
        tess.regrade(order)
    assert tess.count(Regrade) == done
    for learner in class_of:
        kept = learner.reading(lambda learner=learner: remembered(learner))
        learner.doing(lambda learner=learner: rebuild(learner))
        assert learner.reading(lambda learner=learner: remembered(learner)) == kept


def rebuild(learner: Learner) -> None:
    rebuild_memories(learner.id, reviews_in(Attempt.learner_id == learner.id))


def remembered(learner: Learner) -> list[tuple[object, ...]]:
    query = select(Memory.question_id, Memory.state).where(Memory.learner_id == learner.id)
    return sorted(tuple(row) for row in db.session.execute(query.order_by(Memory.question_id)))
