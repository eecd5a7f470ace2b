"""What the process for long work does each minute besides: attempts end in time, and are shown in time."""

from __future__ import annotations

from datetime import timedelta
from threading import Event

import pytest
from flask import Flask

from quizapp.attempts import queries
from quizapp.attempts.models import Attempt
from quizapp.cli import work
from quizapp.cli.work import Worker
from quizapp.storage.database import db
from tests.attempts.test_taking import HOUR, set_for
from tests.learning import Learner
from tests.small_bank import NOW


def state_of(learner: Learner, attempt: int) -> str:
    return str(learner.reading(lambda: db.session.get_one(Attempt, attempt).state))


def test_an_attempt_is_shown_when_it_need_wait_no_longer_though_nobody_looks(
    loaded: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    ana = Learner(loaded, "Ana")
    set_for(Learner(loaded, "Tess"), "exam", ana, feedback="after_due", due_at=NOW + HOUR)
    attempt = ana.take("exam", wrong={2})
    worker, clock = Worker(loaded, Event()), [NOW]
    monkeypatch.setattr(work, "_now", lambda: clock[0])
    worker.turn()
    assert state_of(ana, attempt) == "handed_in"
    clock[0] = NOW + HOUR - timedelta(seconds=1)
    worker.turn()
    assert state_of(ana, attempt) == "handed_in"
    clock[0] += timedelta(minutes=1)
    worker.turn()
    assert state_of(ana, attempt) == "submitted"
    assert ana.reading(lambda: queries.result(attempt, ana.id)).mistakes == 1
