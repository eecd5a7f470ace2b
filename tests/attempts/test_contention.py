"""Many at once, with real threads and processes: nothing doubles, nothing is lost."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from typing import TypeVar

import pytest
from sqlalchemy import func, select

from quizapp.attempts import operations
from quizapp.attempts.errors import AttemptClosed, StaleAnswer
from quizapp.attempts.given import Given
from quizapp.attempts.models import Answer, Attempt, AttemptItem
from quizapp.attempts.operations import Saved
from quizapp.practice.models import Memory
from quizapp.storage.database import db
from tests.learning import Learner

T = TypeVar("T")
CROWD = 20


def all_at_once(act: Callable[[int], T]) -> list[T | Exception]:
    """Do the same in so many threads, released together; an error is a result too."""
    barrier = threading.Barrier(CROWD)

    def released(number: int) -> T | Exception:
        barrier.wait()
        try:
            return act(number)
        except Exception as error:
            return error

    with ThreadPoolExecutor(CROWD) as pool:
        return list(pool.map(released, range(CROWD)))


def count(learner: Learner, model: type[Attempt] | type[Answer] | type[AttemptItem] | type[Memory]) -> int:
    return learner.reading(lambda: db.session.scalar(select(func.count()).select_from(model)) or 0)


def test_one_click_sent_twenty_times_is_one_answer(ana: Learner) -> None:
    attempt = ana.start("first")
    given = ana.wrong(attempt, 1)
    results = all_at_once(lambda _number: ana.give(attempt, 1, given, token="one click", revision=0))
    assert set(results) == {Saved(1, 1, True, False, 2)}
    assert count(ana, Answer) == count(ana, Memory) == 1


def test_of_twenty_different_saves_one_is_kept_and_nineteen_are_told(ana: Learner) -> None:
    attempt = ana.start("exam")
    results = all_at_once(lambda number: ana.give(attempt, 2, Given(text=f"city {number}"), revision=0))
    kept = [number for number, result in enumerate(results) if isinstance(result, Saved)]
    told = [result for result in results if isinstance(result, StaleAnswer)]
    assert (len(kept), len(told)) == (1, CROWD - 1)
    assert {error.saved for error in told} == {Given(text=f"city {kept[0]}")}
    assert ana.asked(attempt, 2).given == Given(text=f"city {kept[0]}")
    assert count(ana, Answer) == 1


def test_no_save_that_was_acknowledged_is_lost(ana: Learner) -> None:
    """Each thread changes the answer until its change is kept: the revision counts them all."""
    attempt = ana.start("exam")

    def insist(number: int) -> int:
        revision = 0
        while True:
            try:
                return ana.give(attempt, 2, Given(text=f"city {number}"), revision=revision).revision
            except StaleAnswer as stale:
                revision = stale.revision

    revisions = all_at_once(insist)
    assert sorted(revision for revision in revisions if isinstance(revision, int)) == list(range(1, CROWD + 1))
    assert ana.asked(attempt, 2).revision == CROWD


def test_twenty_starts_are_one_attempt(ana: Learner) -> None:
    quiz = ana.quiz("open")

    def start(number: int) -> int:
        return ana.doing(lambda: operations.start_attempt(quiz, ana.id, now=ana.now, seed=str(number)))

    assert len(set(all_at_once(start))) == 1
    assert (count(ana, Attempt), count(ana, AttemptItem)) == (1, 8)


def test_twenty_practices_are_one(ana: Learner) -> None:
    attempt = ana.take("first", wrong={1})
    assert len(set(all_at_once(lambda number: ana.practise(attempt, str(number))))) == 1
    assert count(ana, Attempt) == 2


def test_submitting_while_answering_loses_no_answer_and_takes_none_after(ana: Learner) -> None:
    attempt = ana.start("exam")
    given = {number: ana.right(attempt, number) for number in range(1, 9)}

    def act(number: int) -> Saved | None:
        if number >= 8:
            return ana.submit(attempt)
        return ana.give(attempt, number + 1, given[number + 1], revision=0)

    results = all_at_once(act)
    kept = sum(isinstance(result, Saved) for result in results)
    assert {type(result) for result in results} <= {Saved, AttemptClosed, type(None)}
    result = ana.result(attempt)
    assert (result.points, result.out_of, len(result.rows)) == (Decimal(kept), Decimal(8), 8)
    assert count(ana, Memory) == kept


def test_two_sweeps_finish_an_attempt_once(ana: Learner) -> None:
    ana.start("timed")
    ana.wait(hours=1)
    finished = all_at_once(lambda _number: ana.doing(lambda: operations.finish_overdue(now=ana.now)))
    assert sorted(finished) == [0] * (CROWD - 1) + [1]  # type: ignore[type-var]
    assert count(ana, Answer) == 3


STARTS = """
import sys
from datetime import UTC, datetime
from quizapp.app import create_app
from quizapp.attempts.operations import start_attempt
from quizapp.config import read_settings
from quizapp.storage.transaction import transaction
data, address, quiz, learner = sys.argv[1:]
app = create_app(read_settings({}, data=data, database_url=address, secret_key="x" * 32))
sys.stdin.readline()
with app.app_context(), transaction():
    print(start_attempt(int(quiz), int(learner), now=datetime(2026, 3, 1, tzinfo=UTC), seed="s"))
"""


@pytest.mark.sqlite_only  # elsewhere a process is one more connection, as a thread is
def test_starts_in_three_processes_are_one_attempt(ana: Learner, database_url: str, tmp_path: object) -> None:
    values = [str(tmp_path), database_url, str(ana.quiz("open")), str(ana.id)]
    command = [sys.executable, "-c", STARTS, *values]
    processes = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _number in range(3)
    ]
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    said = [process.communicate(timeout=60)[0] for process in processes]
    assert len(set(said)) == 1
    assert said[0].strip().isdigit()
    assert count(ana, Attempt) == 1


@pytest.mark.sqlite_only
def test_the_crowd_is_real(ana: Learner) -> None:
    """The twin of the tests above: without a transaction the same crowd loses saves or stumbles."""
    attempt = ana.start("exam")
    all_have_looked = threading.Barrier(CROWD)

    def unguarded(number: int) -> None:
        with ana.app.app_context():
            item = db.session.scalars(select(AttemptItem.id).where(AttemptItem.attempt_id == attempt)).first()
            known = db.session.scalar(select(func.count(Answer.id)).where(Answer.item_id == item))
            db.session.rollback()
            all_have_looked.wait()
            if not known:
                values = {"revision": 1, "points": 0, "out_of": 1, "verdict": "wrong", "answered_at": ana.now}
                db.session.add(Answer(item_id=item, token=str(number), **values))
                db.session.commit()

    failures = [result for result in all_at_once(unguarded) if isinstance(result, Exception)]
    assert failures
