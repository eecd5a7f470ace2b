from datetime import timedelta
from pathlib import Path

from flask import Flask
from sqlalchemy import select

from quizapp.attempts import operations
from quizapp.attempts.models import Attempt
from quizapp.practice.models import Memory
from quizapp.storage.database import db
from tests.learning import Learner
from tests.small_bank import NOW, load_small_bank, small_bank


def take_over(guest: Learner, account: Learner) -> None:
    guest.doing(lambda: operations.take_over(guest.id, account.id))


def attempts(learner: Learner) -> list[tuple[int, str]]:
    query = select(Attempt.id, Attempt.state).where(Attempt.learner_id == learner.id).order_by(Attempt.id)
    return learner.reading(lambda: [tuple(row) for row in db.session.execute(query)])


def memories(learner: Learner) -> dict[int, object]:
    query = select(Memory.question_id, Memory.state).where(Memory.learner_id == learner.id)
    return learner.reading(lambda: dict(db.session.execute(query).all()))


def test_a_guests_attempts_and_memories_come_along(ana: Learner, ben: Learner) -> None:
    otto = Learner(ana.app, "Otto")
    otto.take("first", wrong={3})
    done = ana.take("first", wrong={2})
    going = ana.start("exam")
    ana.answer(going, 1)  # not final yet, so not remembered
    remembered = memories(ana)
    take_over(ana, ben)
    assert attempts(ben) == [(done, "submitted"), (going, "open")]
    assert attempts(ana) == []
    assert memories(ben) == remembered
    assert memories(ana) == {}
    assert len(attempts(otto)) == 1
    ben.answer(going, 2)
    assert ben.result(done).percent == 88


def test_memories_of_both_are_built_as_if_one_had_answered_all(ana: Learner, ben: Learner) -> None:
    otto = Learner(ana.app, "Otto")
    for first, second in ((ben, ana), (otto, otto)):
        first.now = second.now = NOW
        first.take("first", wrong={1, 2})
        second.now = NOW + timedelta(days=1)
        second.take("exam", wrong={2, 3})
    take_over(ana, ben)
    assert memories(ben) == memories(otto)


def test_where_both_have_one_open_the_last_touched_stays_open(ana: Learner, ben: Learner) -> None:
    older, newer = ben.start("exam"), ana.start("exam")
    ana.wait(minutes=1)
    ana.answer(newer, 1)
    ben.wait(minutes=5)
    ben.answer(older, 1)
    take_over(ana, ben)
    assert attempts(ben) == [(older, "open"), (newer, "submitted")]
    ended = ben.result(newer)
    assert (ended.submitted_at, ended.points) == (NOW + timedelta(minutes=1), 1)
    assert ben.start("exam") == older


def test_one_stays_open_whatever_edition_each_began(ana: Learner, ben: Learner, loaded: Flask, tmp_path: Path) -> None:
    older = ben.start("exam")
    data = small_bank()
    data["bank"]["quizzes"][1]["description"] = "Published anew."
    load_small_bank(loaded, tmp_path, data)
    newer = ana.start("exam")
    ana.wait(minutes=1)
    ana.answer(newer, 1)
    take_over(ana, ben)
    assert attempts(ben) == [(older, "submitted"), (newer, "open")]


def test_taking_over_oneself_changes_nothing(ana: Learner) -> None:
    done = ana.take("first")
    before = memories(ana)
    take_over(ana, ana)
    assert attempts(ana) == [(done, "submitted")]
    assert memories(ana) == before
