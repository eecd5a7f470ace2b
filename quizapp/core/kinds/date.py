"""An answer that is a date."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import ClassVar

from .citation import Citation
from .content import Content, present
from .fields import Fields, filled, refuse
from .malformed import MalformedContent
from .option import WrongAnswer, wrong_data
from .partial_date import PartialDate


def read_date(value: object, path: str) -> PartialDate:
    """A partial date from its iso text, or from what YAML makes of it without quotes."""
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        value = value.isoformat()
    elif isinstance(value, int) and not isinstance(value, bool):
        value = f"{value:04d}"
    if not isinstance(value, str):
        raise refuse(path, "a date such as 1949-04-04, 1952-03 or 1952", value)
    try:
        return PartialDate.from_iso(value)
    except ValueError as error:
        raise MalformedContent(
            f"The field {path} must be a date such as 1949-04-04, 1952-03 or 1952: {error}"
        ) from error


@dataclass(frozen=True, slots=True)
class Date(Content):
    """A date as exact as the sources give it."""

    kind: ClassVar[str] = "date"
    value: PartialDate
    wrong: tuple[WrongAnswer, ...] = ()

    @classmethod
    def from_data(cls, data: object) -> Date:
        """Read the date strictly."""
        fields = Fields(data, "", "value", "wrong")
        return cls(fields.need("value", read_date), fields.many("wrong", WrongAnswer.from_data))

    def data(self) -> dict[str, object]:
        """The date as plain text."""
        return {"value": self.value.iso(), **filled(wrong=wrong_data(self.wrong))}

    def key_text(self) -> str:
        """The date in words."""
        return self.value.written()

    def problems(self, stem: str) -> list[str]:
        """A foreseen wrong date is written; the date itself exists, or it could not have been made."""
        return [f"Foreseen wrong answer {n} is empty." for n, row in enumerate(self.wrong, 1) if not row.text.strip()]

    def citations(self) -> tuple[Citation, ...]:
        """What the foreseen wrong dates cite."""
        return present(row.citation for row in self.wrong)
