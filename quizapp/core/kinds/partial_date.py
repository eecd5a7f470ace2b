"""A date known to the day, the month or the year."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, perhaps with its month, perhaps with its day; only dates that exist."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        """Refuse a date that does not exist."""
        if self.day is not None and self.month is None:
            raise ValueError("A day needs its month.")
        datetime.date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)

    @classmethod
    def from_iso(cls, text: str) -> PartialDate:
        """Read "1949-04-04", "1952-03" or "1952"; ValueError for anything else."""
        found = ISO.fullmatch(text)
        if not found:
            raise ValueError(f"{text[:40]!r} is not written as 1949-04-04, 1952-03 or 1952.")
        year, month, day = found.groups()
        return cls(int(year), int(month) if month else None, int(day) if day else None)

    @property
    def precision(self) -> str:
        """The smallest part that is known: day, month or year."""
        if self.day is not None:
            return "day"
        return "year" if self.month is None else "month"

    def iso(self) -> str:
        """The date as it is stored."""
        month = "" if self.month is None else f"-{self.month:02d}"
        return f"{self.year:04d}{month}" + ("" if self.day is None else f"-{self.day:02d}")

    def written(self) -> str:
        """The date as a person reads it: "4 April 1949"."""
        month = "" if self.month is None else f"{MONTHS[self.month - 1]} "
        return ("" if self.day is None else f"{self.day} ") + f"{month}{self.year}"

    def covers(self, other: PartialDate) -> bool:
        """Whether the other date lies wholly within this one."""
        within_month = self.month is None or self.month == other.month
        return self.year == other.year and within_month and (self.day is None or self.day == other.day)
