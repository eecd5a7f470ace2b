"""Somebody who does things in an application, each in a transaction of its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TypeVar

from flask import Flask

from quizapp.storage.transaction import transaction
from tests.small_bank import NOW

T = TypeVar("T")


class Acting:
    """Whoever acts, with a clock of their own."""

    app: Flask
    now: datetime = NOW

    def doing(self, act: Callable[[], T]) -> T:
        """Do something in a transaction."""
        with self.app.app_context(), transaction():
            return act()

    def reading(self, look: Callable[[], T]) -> T:
        """Look something up."""
        with self.app.app_context():
            return look()

    def wait(self, **time: float) -> datetime:
        """Let time pass."""
        self.now += timedelta(**time)
        return self.now
