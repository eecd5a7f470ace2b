"""A table as a file for spreadsheets; in none of its cells can a formula start."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from quizapp.interchange.spreadsheet import csv_text

Value = str | int | float | datetime | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with its header; a moment in it has no zone and is shown as it stands."""

    title: str
    header: Sequence[str]
    rows: Sequence[Sequence[Value]]


def csv_of(sheet: Sheet) -> str:
    """Return a table as CSV; moments are written as spreadsheets read them."""
    return csv_text(sheet.header, ([as_text(value) for value in row] for row in sheet.rows))


def as_text(value: Value) -> str | int | float | None:
    """Return a value as text shows it."""
    return f"{value:%Y-%m-%d %H:%M}" if isinstance(value, datetime) else value
