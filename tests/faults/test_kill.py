"""A server killed in the middle of a class: every answer that was acknowledged is there afterwards, once."""

from __future__ import annotations

import contextlib
import http.client
import random
import re
import sqlite3
import threading
import time
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.learner import Learner, Page
from tests.serving import kill, running, start

QUIZ = "/learn/quizzes/1"


@dataclass(slots=True)
class Class:
    """Learners who answer until the server is gone, and what the server acknowledged to them."""

    address: str
    acknowledged: list[str] = field(default_factory=list)  # "attempt/number"
    over: threading.Event = field(default_factory=threading.Event)

    def learn(self, number: int) -> None:
        """Answer one question after another; remember each answer that came back."""
        with contextlib.suppress(OSError, http.client.HTTPException):
            while not self.over.is_set():
                self.sit(Learner(self.address), f"Learner {number}")

    def sit(self, learner: Learner, name: str) -> None:
        """Take the quiz once."""
        page = learner.start(QUIZ, name)
        while "/questions/" in page.url and not self.over.is_set():
            answered = learner.answer(page)
            found = re.search(r"/attempts/(\d+)/answers/(\d+)$", answered.url)
            if answered.status == 200 and found:
                self.acknowledged.append(f"{found[1]}/{found[2]}")
            page = following(learner, answered)


def following(learner: Learner, page: Page) -> Page:
    """Open the next question of the attempt an answer page belongs to."""
    attempt = page.url.split("/attempts/")[1].split("/")[0]
    return learner.get(f"/learn/attempts/{attempt}")


STORED = "SELECT attempt_id || '/' || position FROM answer JOIN attempt_item ON attempt_item.id = answer.item_id"


def stored_answers(data: Path) -> list[str]:
    """Return the answers of a database that is whole, each as "attempt/number"."""
    with closing(sqlite3.connect(data / "quizapp.sqlite3")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        return [row[0] for row in connection.execute(STORED)]


def interrupt_class(data: Path, seconds: float) -> list[str]:
    """Let a class answer, kill the server some seconds after its first answers, and return what was acknowledged."""
    serving = start(data, workers=2)
    learners = Class(serving.address)
    threads = [threading.Thread(target=learners.learn, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    patience = time.monotonic() + 60
    while len(learners.acknowledged) < 8 and time.monotonic() < patience:
        time.sleep(0.02)
    time.sleep(seconds)
    kill(serving)
    learners.over.set()
    for thread in threads:
        thread.join()
    return learners.acknowledged


@pytest.mark.sqlite_only
def test_no_acknowledged_answer_is_lost_to_a_kill(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    rng = random.Random(1954)
    acknowledged: list[str] = []
    for _ in range(request.config.getoption("--cycles")):
        acknowledged += interrupt_class(tmp_path / "data", rng.uniform(0.0, 1.0))
        stored = stored_answers(tmp_path / "data")
        assert set(acknowledged) <= set(stored)
        assert len(stored) == len(set(stored))
    assert len(acknowledged) > 20


@pytest.mark.sqlite_only
def test_an_interrupted_attempt_goes_on_where_it_stopped(tmp_path: Path) -> None:
    data = tmp_path / "data"
    serving = start(data)
    learner = Learner(serving.address)
    page = learner.start(QUIZ)
    answered = learner.answer(page)
    attempt = answered.url.split("/attempts/")[1].split("/")[0]
    kill(serving)
    with running(data) as again:
        learner.address = again.address
        page = learner.get(f"/learn/attempts/{attempt}")
        assert page.url.endswith(f"/attempts/{attempt}/questions/2")
        assert learner.get(f"/learn/attempts/{attempt}/answers/1").status == 200


@pytest.mark.sqlite_only
def test_the_same_sending_twice_is_one_answer(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with running(data) as serving:
        learner = Learner(serving.address)
        page = learner.start(QUIZ)
        first, second = learner.answer(page), learner.answer(page)
    assert (first.url, first.status) == (second.url, second.status)
    assert len(stored_answers(data)) == 1
