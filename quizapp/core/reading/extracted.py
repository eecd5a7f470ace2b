from collections.abc import Callable
from dataclasses import dataclass

from quizapp.core.reading.spans import Drop

# Told after each page, or after many lines: how many are done, of how many.
Progress = Callable[[int, int], None]
EVERY = 1000  # lines


def unseen(done: int, of: int) -> None:
    """Take progress and do nothing with it."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text of a file before cleaning, with what its reader already knows to set aside."""

    text: str
    reader: str
    encoding: str = "utf-8"
    drops: tuple[Drop, ...] = ()
    notes: tuple[str, ...] = ()
    title: str = ""
    is_unpaged: bool = False
