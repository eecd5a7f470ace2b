"""The production server under `quizapp serve`: gunicorn where it runs, waitress on Windows."""

from __future__ import annotations

import errno
import os
import socket
import sys
import time
from threading import Thread
from typing import Any

from flask import Flask

from quizapp.cli.installation import close_database
from quizapp.cli.workers import WorkProcess

THREADS = 4
KEEP_ALIVE_SECONDS = 30
GRACE_SECONDS = 30


class PortInUse(Exception):
    """Nobody can listen at the wanted address; the message says why and what to do."""


def listen(host: str, port: int) -> socket.socket:
    """Open the listening socket; raise PortInUse where that is impossible."""
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        return socket.create_server((host, port), family=family, backlog=256)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise PortInUse(
                f"Port {port} on {host} is in use. Choose another with --port, for example --port {port + 1}."
            ) from None
        raise PortInUse(f"Cannot listen on {host} port {port}: {error.strerror or error}.") from None


def run(app: Flask, listener: socket.socket, *, workers: int, work: WorkProcess) -> None:
    """Serve until told to stop, the process for long work beside; requests under way are finished first."""
    try:
        if sys.platform == "win32":
            from waitress import serve  # only there: gunicorn needs fork

            Thread(target=watch, args=(work,), daemon=True).start()
            serve(app, sockets=[listener], threads=THREADS * 2)
        else:
            run_gunicorn(app, listener, workers=workers or os.cpu_count() or 1, work=work)
    finally:
        work.end()


def watch(work: WorkProcess) -> None:
    """Keep the process for long work alive where nothing else looks after processes."""
    while True:
        work.keep_alive()
        time.sleep(1)


def run_gunicorn(app: Flask, listener: socket.socket, *, workers: int, work: WorkProcess) -> None:
    """Serve with one process for each worker and a few threads in each."""
    from gunicorn.app.base import BaseApplication  # not importable on Windows
    from gunicorn.arbiter import Arbiter

    listener.set_inheritable(True)
    options = {
        "bind": [f"fd://{listener.fileno()}"],
        "workers": workers,
        "worker_class": "gthread",
        "threads": THREADS,
        "keepalive": KEEP_ALIVE_SECONDS,
        "graceful_timeout": GRACE_SECONDS,
        "loglevel": "warning",
        "control_socket_disable": True,
        "post_fork": lambda _server, _worker: work.let_go(),
    }

    class Server(BaseApplication):  # type: ignore[misc]
        def load_config(self) -> None:
            for name, value in options.items():
                if name in self.cfg.settings:
                    self.cfg.set(name, value)

        def load(self) -> Any:
            return app

        def run(self) -> None:
            WatchingArbiter(self).run()

    class WatchingArbiter(Arbiter):  # type: ignore[misc]
        """Looks after the process for long work about once a second, as it does after its own workers."""

        def manage_workers(self) -> None:
            work.keep_alive()
            super().manage_workers()

    close_database(app)  # before workers are forked: SQLite forbids even closing an inherited connection
    Server().run()
