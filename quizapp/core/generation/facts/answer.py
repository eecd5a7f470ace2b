"""What an ask asks for: one value with its type."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from quizapp.core.generation.entry import Entry
from quizapp.core.kinds import Date, MalformedContent, Number, PartialDate

WORD_TYPES = ("person", "place", "organisation", "treaty", "term", "office", "text")
TYPES = ("date", "year", "number", *WORD_TYPES)
SYNTAX = "Write one of: " + ", ".join(f"{{{name}: ...}}" for name in TYPES)
YEAR = re.compile(r"[0-9]{1,4}")


@dataclass(frozen=True, slots=True)
class Answer:
    """The value of a key: a date, a number with its unit, or words of a named sort."""

    type: str
    value: PartialDate | Decimal | str
    unit: str = ""
    tolerance: Decimal = Decimal(0)

    def written(self) -> str:
        """The value as a person reads it."""
        if isinstance(self.value, PartialDate):
            return self.value.written()
        if isinstance(self.value, Decimal):
            return Number(self.value, self.tolerance, self.unit).key_text()
        return self.value

    def data(self) -> dict[str, Any]:
        """The answer as it is written in a file."""
        if isinstance(self.value, PartialDate):
            return {self.type: self.value.year if self.type == "year" else self.value.iso()}
        if isinstance(self.value, str):
            return {self.type: self.value}
        number = Number(self.value, self.tolerance, self.unit).data()
        return {"number": number.pop("value"), **number}


def read_answer(entry: Entry) -> Answer | None:
    """Read the one typed value of an answer."""
    types = [name for name in TYPES if entry.has(name)]
    if len(types) != 1:
        entry.report(None, "F06", "an answer has exactly one type", SYNTAX + ".")
        return None
    kind = types[0]
    if kind in WORD_TYPES:
        text = entry.text(kind)
        return Answer(kind, text) if text else None
    return _read_number(entry) if kind == "number" else _read_date(entry, kind)


def _read_date(entry: Entry, kind: str) -> Answer | None:
    text = entry.text(kind)
    if not text:
        return None
    if kind == "year" and not YEAR.fullmatch(text):
        entry.report(kind, "F06", f"'{text}' is not a year", "Write the year in digits, or use date.")
        return None
    try:
        written = f"{int(text):04d}" if YEAR.fullmatch(text) else text
        return Answer(kind, Date.from_data({"value": written}).value)
    except MalformedContent:
        entry.report(kind, "F06", f"'{text}' is not a date", "Write 1949-04-04, 1952-03 or 1952.")
        return None


def _read_number(entry: Entry) -> Answer | None:
    value, unit, tolerance = entry.text("number"), entry.text("unit", needed=False), entry.take("tolerance") or 0
    try:
        number = Number.from_data({"value": value, "unit": unit, "tolerance": tolerance})
    except MalformedContent as error:
        entry.report("number", "F06", str(error), "Write a plain number such as 12 or 3.5.")
        return None
    return Answer("number", number.value, number.unit, number.tolerance)
