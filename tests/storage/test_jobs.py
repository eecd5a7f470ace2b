"""Long work: one worker at a time, another when it is heard of no more, and never more than one person's share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from threading import Barrier, Thread
from typing import TypeVar

import pytest
from flask import Flask

from quizapp.accounts import operations as accounts
from quizapp.storage import jobs
from quizapp.storage.jobs.claims import BROKEN_OFF, SILENCE, SILENCE_OF_AN_UPLOAD
from quizapp.storage.transaction import transaction

NOW = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)
T = TypeVar("T")


@pytest.fixture
def teacher(app: Flask) -> int:
    with app.app_context(), transaction():
        return accounts.sign_up("tess", "Tess", "hash", now=NOW, is_teacher=True).id


def within(app: Flask, act: Callable[[], T]) -> T:
    with app.app_context(), transaction():
        return act()


def waiting_job(app: Flask, owner: int) -> int:
    job = within(app, lambda: jobs.make_job("read", owner, {}, now=NOW))
    within(app, lambda: jobs.hand_in(job))
    return job


def claim(app: Flask, now: datetime = NOW) -> jobs.ClaimedJob | None:
    return within(app, lambda: jobs.claim_job(now=now))


def test_each_job_is_claimed_once_in_its_order(app: Flask, teacher: int) -> None:
    wanted = [waiting_job(app, teacher) for _ in range(3)]
    found = [claim(app) for _ in range(4)]
    assert [job and job.id for job in found] == [*wanted, None]


def test_two_workers_at_once_never_have_the_same_job(app: Flask, teacher: int) -> None:
    wanted = [waiting_job(app, teacher) for _ in range(3)]
    begin, found = Barrier(4), []

    def work() -> None:
        begin.wait()
        job = claim(app)
        if job:
            found.append(job.id)

    workers = [Thread(target=work) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    left = []
    while job := claim(app):  # where two wanted the same one, a worker goes away with nothing and looks again
        left.append(job.id)
    assert sorted(found + left) == wanted


def test_a_silent_worker_loses_its_job_and_can_keep_nothing_any_more(app: Flask, teacher: int) -> None:
    waiting_job(app, teacher)
    first = claim(app)
    assert first is not None
    assert claim(app, NOW + SILENCE) is None
    later = NOW + SILENCE + timedelta(seconds=1)
    second = claim(app, later)
    assert second is not None
    assert (second.id, second.result["tries"]) == (first.id, 2)
    with pytest.raises(jobs.JobLost):
        within(app, lambda: jobs.keep_claim(first.id, first.beat_at, now=later))
    assert within(app, lambda: jobs.end_claim(first.id, first.beat_at, state=jobs.DONE)) is False
    assert within(app, lambda: jobs.keep_claim(second.id, second.beat_at, now=later, done=1)) is False
    with app.app_context():
        assert jobs.open_job(first.id, teacher).done == 1


def test_what_is_handed_in_after_a_cancel_is_refused(app: Flask, teacher: int) -> None:
    job = within(app, lambda: jobs.make_job("read", teacher, {}, now=NOW))
    upload = within(app, lambda: jobs.add_upload(job, "a.txt", 2, now=NOW))
    within(app, lambda: jobs.cancel_job(job, teacher, now=NOW))
    for late in (lambda: jobs.add_part(job, upload, 0, b"aa", now=NOW), lambda: jobs.hand_in(job)):
        with pytest.raises(jobs.JobOver):
            within(app, late)


def test_an_upload_that_stopped_arriving_is_ended_in_words(app: Flask, teacher: int) -> None:
    job = within(app, lambda: jobs.make_job("read", teacher, {}, now=NOW))
    within(app, lambda: jobs.fail_broken_uploads(now=NOW + SILENCE_OF_AN_UPLOAD))
    with app.app_context():
        assert jobs.open_job(job, teacher).state == jobs.ARRIVING
    within(app, lambda: jobs.fail_broken_uploads(now=NOW + SILENCE_OF_AN_UPLOAD + timedelta(seconds=1)))
    with app.app_context():
        found = jobs.open_job(job, teacher)
    assert (found.state, found.message) == (jobs.FAILED, BROKEN_OFF)


def test_one_person_has_only_so_much_under_way(app: Flask, teacher: int) -> None:
    for _ in range(jobs.MOST_UNDER_WAY):
        waiting_job(app, teacher)
    with pytest.raises(jobs.TooManyJobs):
        waiting_job(app, teacher)
    claimed = claim(app)
    assert claimed is not None
    within(app, lambda: jobs.end_claim(claimed.id, claimed.beat_at, state=jobs.DONE))
    assert waiting_job(app, teacher)


def test_bytes_go_a_few_parts_at_a_time_when_the_work_is_over(app: Flask, teacher: int) -> None:
    job = within(app, lambda: jobs.make_job("read", teacher, {}, now=NOW))
    upload = within(app, lambda: jobs.add_upload(job, "a.txt", 12, now=NOW))
    for position in range(6):
        within(app, lambda position=position: jobs.add_part(job, upload, position, b"ab", now=NOW))  # type: ignore[misc]
    with app.app_context():
        assert jobs.upload_bytes(upload) == b"ab" * 6
        assert not jobs.is_anything_left()
    within(app, lambda: jobs.cancel_job(job, teacher, now=NOW))
    rounds = 0
    while within(app, jobs.is_anything_left):
        within(app, jobs.forget_some)
        rounds += 1
    assert rounds == 2
