"""An answer that is a number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from .citation import Citation
from .content import Content, present
from .fields import Fields, filled, read_text, refuse
from .malformed import MalformedContent
from .option import WrongAnswer, wrong_data

PLAIN = re.compile(r"-?[0-9]{1,30}(\.[0-9]{1,30})?")


def read_decimal(value: object, path: str) -> Decimal:
    """A plain decimal number, as text or as a number."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise refuse(path, "a number", value)
    if not PLAIN.fullmatch(str(value)):
        raise MalformedContent(f"The field {path} must be a plain number such as 12 or 3.5, not {str(value)[:40]!r}.")
    return Decimal(str(value))


def written(value: Decimal) -> str:
    """The number in plain digits, without an exponent."""
    return f"{value:f}"


def shown(value: Decimal) -> str:
    """The number as a person reads it, with thousands marked from 10,000 on."""
    return f"{value:,f}" if abs(value) >= 10_000 else written(value)


@dataclass(frozen=True, slots=True)
class Number(Content):
    """A value, how far off an answer may be, and the unit it is counted in."""

    kind: ClassVar[str] = "number"
    value: Decimal
    tolerance: Decimal = Decimal(0)
    unit: str = ""
    wrong: tuple[WrongAnswer, ...] = ()

    @classmethod
    def from_data(cls, data: object) -> Number:
        """Read the value strictly."""
        fields = Fields(data, "", "value", "tolerance", "unit", "wrong")
        return cls(
            value=fields.need("value", read_decimal),
            tolerance=fields.take("tolerance", read_decimal, Decimal(0)),
            unit=fields.take("unit", read_text, ""),
            wrong=fields.many("wrong", WrongAnswer.from_data),
        )

    def data(self) -> dict[str, object]:
        """The value as plain text, so that no digit is lost."""
        tolerance = written(self.tolerance) if self.tolerance else ""
        return {
            "value": written(self.value),
            **filled(tolerance=tolerance, unit=self.unit, wrong=wrong_data(self.wrong)),
        }

    def key_text(self) -> str:
        """The value with its unit."""
        if self.unit.startswith(("$", "£", "€")):
            return f"{self.unit[0]}{shown(self.value)}{self.unit[1:]}"
        joint = "" if self.unit.startswith("%") else " "
        return f"{shown(self.value)}{joint}{self.unit}".strip()

    def problems(self, stem: str) -> list[str]:
        """A tolerance is never below zero, and a foreseen wrong number is written."""
        found = ["The tolerance must not be below 0."] if self.tolerance < 0 else []
        return found + [
            f"Foreseen wrong answer {n} is empty." for n, row in enumerate(self.wrong, 1) if not row.text.strip()
        ]

    def citations(self) -> tuple[Citation, ...]:
        """What the foreseen wrong numbers cite."""
        return present(row.citation for row in self.wrong)
