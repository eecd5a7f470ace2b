"""How far a long piece of work has come, said on standard error about once a second."""

from __future__ import annotations

import time

import click


class ShownProgress:
    """Says 'WHAT: 30 of 300 UNITS' when it has been called for longer than a moment."""

    def __init__(self, what: str, units: str, every: float = 1.0) -> None:
        self._what, self._units, self._every = what, units, every
        self._last = time.monotonic()

    def __call__(self, done: int, of: int) -> None:
        """Take how much is done, and say it if nothing was said for a while."""
        now = time.monotonic()
        if now - self._last >= self._every:
            self._last = now
            click.echo(f"{self._what}: {done:,} of {of:,} {self._units}", err=True)
