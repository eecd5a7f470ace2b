"""The one clock of the pages; rooms and the core are told the time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from flask import Flask, current_app

KEY = "quizapp.clock"


def init_clock(app: Flask) -> None:
    """Give the application the machine's clock."""
    set_clock(app, lambda: datetime.now(UTC))


def set_clock(app: Flask, clock: Callable[[], datetime]) -> None:
    """Let the application tell the time by another clock."""
    app.extensions[KEY] = clock


def now() -> datetime:
    """Return the moment, in UTC."""
    clock: Callable[[], datetime] = current_app.extensions[KEY]
    return clock()
