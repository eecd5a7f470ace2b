"""What is wrong with a record of answers, in words that name the line, the column and the fix."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

MOST_NAMED = 6  # lines


@dataclass(frozen=True, slots=True)
class Fault:
    """One mistake: its line (from 1, the header's), its column (empty: the whole line), what is wrong, what to do."""

    line: int
    column: str
    message: str
    fix: str


class FaultyRecord(ValueError):
    """A record that cannot be brought in as it is; it holds every mistake found, and nothing was changed."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(faults, key=lambda fault: (fault.line, fault.column)))
        super().__init__("\n".join(said(self.faults)))


def said(faults: Iterable[Fault], name: str = "") -> list[str]:
    """Return a line of text for each different mistake, the lines it stands on counted; editors can jump to it."""
    lines: dict[tuple[str, str, str], list[int]] = {}
    for fault in faults:
        lines.setdefault((fault.column, fault.message, fault.fix), []).append(fault.line)
    return [_said(name, places, *what) for what, places in lines.items()]


def _said(name: str, places: list[int], column: str, message: str, fix: str) -> str:
    place = f"{name}:{places[0]}" if name else f"line {places[0]}"
    others = ", ".join(map(str, places[1:MOST_NAMED])) + (" …" if len(places) > MOST_NAMED else "")
    again = f" (also on line {others}; {len(places):,} lines in all)" if others else ""
    return f"{place}: {f'{column}: ' if column else ''}{message}{again} Fix: {fix}"
