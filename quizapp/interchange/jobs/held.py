"""A job that this worker holds: it says how far it is about once a second, and writes in short batches."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any, TypeVar

from quizapp.storage.jobs import CANCELLED, DONE, FAILED, WAITING, ClaimedJob, JobCancelled, end_claim, keep_claim
from quizapp.storage.transaction import transaction

Row = TypeVar("Row")
EVERY = 1.0
AIM = 0.025  # how long a batch should keep others from writing, in seconds
FIRST, MOST = 10, 500
LEAST_PAUSE = 0.005


class WorkInterrupted(Exception):
    """The worker has to end; the job waits for another."""


class HeldJob:
    """A claimed job; every write proves that it is still this worker's, and whether it is still wanted."""

    def __init__(
        self, job: ClaimedJob, clock: Callable[[], datetime], must_end: Callable[[], bool] = lambda: False
    ) -> None:
        self.job = job
        self.result: dict[str, Any] = dict(job.result)
        self.clock = clock
        self._beat = job.beat_at
        self._must_end = must_end
        self._said: dict[str, object] = {}
        self._told_at = 0.0
        self._kept_others_waiting = 0.0
        self._may_cancel = True

    def stop_asking(self) -> None:
        """From here on the work goes to its end, whatever its owner asks."""
        self._may_cancel = False

    def begin(self, step: str, total: int = 0) -> None:
        """Say in words what is done from now on."""
        self._said = {"step": step, "done": 0, "total": total}
        self._told_at = 0.0
        self.pulse()

    def progress(self, done: int, of: int) -> None:
        """Take how far the step is; it is written when enough time has passed."""
        self._said |= {"done": done, "total": of}
        self.pulse()

    def pulse(self) -> None:
        """Give a sign of life at most once a second; raise where the work may not go on."""
        if self._must_end():
            raise WorkInterrupted
        if time.monotonic() - self._told_at >= EVERY:
            with self.batch():
                self._told_at = time.monotonic()

    @contextmanager
    def batch(self, **values: object) -> Iterator[None]:
        """Write something of the job in one transaction, what is said of the job with it."""
        now, kept = self.clock(), dict(self.result)
        try:
            with transaction():
                began = time.monotonic()
                yield
                said = {**self._said, "result": self.result, **values}
                if keep_claim(self.job.id, self._beat, now=now, **said) and self._may_cancel:
                    raise JobCancelled
        except BaseException:
            # A database gives the id of a row that was rolled back to somebody else's next one.
            self.result = kept
            raise
        self._beat = now
        self._kept_others_waiting = time.monotonic() - began

    def write(self, rows: Sequence[Row], keep: Callable[[Sequence[Row]], object]) -> None:
        """Write many rows in batches of about the same short time, and let others write between them."""
        at, size = 0, FIRST
        while at < len(rows):
            if self._must_end():
                raise WorkInterrupted
            self._said |= {"done": at, "total": len(rows)}
            with self.batch():
                keep(rows[at : at + size])
            spent = self._kept_others_waiting
            at += size
            size = max(1, min(MOST, size * 2, int(size * AIM / max(spent, 1e-4))))
            time.sleep(max(LEAST_PAUSE, min(spent, AIM)))

    @contextmanager
    def last_batch(self, **values: object) -> Iterator[None]:
        """Write the last of the job, what reveals its outcome, and end it as done."""
        with self.batch(state=DONE, step="", message="", finished_at=self.clock(), **values):
            yield

    def fail(self, message: str) -> None:
        """End the job with why it failed and what to do."""
        self._end(state=FAILED, message=message, step="", finished_at=self.clock(), result=self.result)

    def cancel(self) -> None:
        """End the job as its owner asked."""
        self._end(state=CANCELLED, step="", finished_at=self.clock(), result=self.result)

    def give_back(self) -> None:
        """Let another worker begin the job anew; this was no try of its own."""
        tries = max(0, int(self.result.get("tries", 1)) - 1)
        self._end(state=WAITING, step="", done=0, total=0, result={**self.result, "tries": tries})

    def _end(self, **values: object) -> None:
        with transaction():
            end_claim(self.job.id, self._beat, **values)
