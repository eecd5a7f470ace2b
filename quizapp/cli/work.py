"""`quizapp work`: the one process that does long work, so that no page has to wait for it."""

from __future__ import annotations

import os
import signal
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event, Thread

import click
from flask import Flask

from quizapp.attempts.operations import finish_overdue, reveal_due
from quizapp.cli.installation import one_clear_line, open_installation
from quizapp.interchange.jobs import HeldJob, run_job
from quizapp.storage.database import db
from quizapp.storage.errors import StorageError
from quizapp.storage.jobs import ClaimedJob, claim_job, fail_broken_uploads, forget_some, is_anything_left, is_work_left
from quizapp.storage.transaction import transaction

LOOK_EVERY = 0.5
TIDY_EVERY = timedelta(minutes=1)
BETWEEN_TIDYING = 0.02


@click.command()
@click.option("--data", type=click.Path(path_type=Path), help="Directory of the database and the secret key.")
@click.option("--until-closed", is_flag=True, hidden=True, help="End when standard input is closed.")
def work(data: Path | None, until_closed: bool) -> None:
    """Do long work, such as reading documents, until told to stop; `quizapp serve` starts this by itself."""
    over = Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: over.set())
    if until_closed:
        Thread(target=_wait_for_the_end_of_input, args=(over,), daemon=True).start()
    with one_clear_line():
        app, _settings = open_installation(data)
        Worker(app, over).run()


def _wait_for_the_end_of_input(over: Event) -> None:
    """Whoever started this process holds the other end: however they end, it is closed."""
    while os.read(sys.stdin.fileno(), 1024):
        continue
    over.set()


class Worker:
    """Takes one job after the other, and tidies up once a minute."""

    def __init__(self, app: Flask, over: Event) -> None:
        self._app = app
        self._over = over
        self._tidied_at = datetime.min.replace(tzinfo=UTC)

    def run(self) -> None:
        """Work until it is over."""
        while not self._over.is_set():
            try:
                found = self.turn()
            except StorageError as error:
                click.echo(f"quizapp work: {error}", err=True)
                found = False
            except Exception:
                self._app.logger.exception("A job failed by a fault of ours")
                found = False
            if not found:
                self._over.wait(LOOK_EVERY)

    def turn(self) -> bool:
        """Do one job, if there is one, and tidy up where that is due; say whether there was one."""
        with self._app.app_context():
            job = self._claim()
            if job is not None:
                run_job(HeldJob(job, _now, self._over.is_set))
            self._forget_files()
            if _now() - self._tidied_at >= TIDY_EVERY:
                self._tidy()
        return job is not None

    def _claim(self) -> ClaimedJob | None:
        """Look before asking for the right to write, which a class may need more."""
        is_left = is_work_left(now=_now())
        db.session.rollback()
        if not is_left:
            return None
        with transaction():
            return claim_job(now=_now())

    def _tidy(self) -> None:
        for due in (finish_overdue, reveal_due):
            with transaction():
                due(None, now=_now())
        with transaction():
            fail_broken_uploads(now=_now())
        self._tidied_at = _now()

    def _forget_files(self) -> None:
        """Delete the bytes of files whose jobs are over, a few at a time."""
        while is_anything_left() and not self._over.is_set():
            with transaction():
                forget_some()
            time.sleep(BETWEEN_TIDYING)


def _now() -> datetime:
    return datetime.now(UTC)
