"""What pypdf says in its log while a file is read: kept off the screen, and told in the reading's own words."""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager

DAMAGED = "The PDF is damaged in places: some of its text may be missing."
_LOSS = re.compile(r"truncated|not be read|EOF|startxref|[Ii]nvalid|[Cc]ould not|[Cc]orrupt")


class Heard(logging.Handler):
    """Keeps what is said instead of printing it."""

    def __init__(self) -> None:
        super().__init__()
        self._said: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one message."""
        self._said.add(record.getMessage())

    def notes(self) -> tuple[str, ...]:
        """Say once that something may be missing, where a message speaks of a loss."""
        return (DAMAGED,) if any(_LOSS.search(said) for said in self._said) else ()


@contextmanager
def heard() -> Iterator[Heard]:
    """Listen to pypdf's log for a while, in place of the screen."""
    log, ear = logging.getLogger("pypdf"), Heard()
    passed_on = log.propagate
    log.addHandler(ear)
    log.propagate = False
    try:
        yield ear
    finally:
        log.removeHandler(ear)
        log.propagate = passed_on
