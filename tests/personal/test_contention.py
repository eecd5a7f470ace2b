"""Answers that are handed in while their learner is erased: neither waits for the other for ever."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Event
from time import sleep

from flask import Flask
from sqlalchemy import func, select

from quizapp.attempts.operations import submit_attempt
from quizapp.attempts.sitting import lock_attempt
from quizapp.personal.operations import erase
from quizapp.practice.models import Memory
from quizapp.storage.database import db
from tests.learning import Learner
from tests.small_bank import NOW

HELD = 0.3  # seconds: so long that the other asks for what is held


def test_an_attempt_ends_while_its_learner_leaves_for_good(loaded: Flask) -> None:
    cyd = Learner(loaded, "Cyd")
    attempt = cyd.start("exam")
    cyd.answer(attempt, 1)
    is_held = Event()

    def end() -> None:
        lock_attempt(attempt, cyd.id)
        is_held.set()
        sleep(HELD)
        submit_attempt(attempt, cyd.id, now=NOW)

    with ThreadPoolExecutor(2) as pool:
        ended = pool.submit(cyd.doing, end)
        assert is_held.wait(5)
        pool.submit(cyd.doing, lambda: erase(cyd.id, now=NOW)).result()
        ended.result()
    left = select(func.count()).select_from(Memory).where(Memory.learner_id == cyd.id)
    assert cyd.reading(lambda: db.session.scalar(left)) == 0
