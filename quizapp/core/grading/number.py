"""Marking a typed number: all or nothing, within its tolerance."""

from __future__ import annotations

from decimal import Decimal

from quizapp.core.kinds.number import Number
from quizapp.core.kinds.responses import Response

from .errors import UnreadableAnswer
from .mark import Mark, TypedPart, unanswered, whole
from .numbers import read_number
from .policy import Policy
from .typed import text_of


def is_near(value: Decimal, content: Number) -> bool:
    """Whether the value is the key within its tolerance."""
    return value == content.value or abs(value - content.value) <= content.tolerance


def foreseen(content: Number, values: frozenset[Decimal]) -> int | None:
    """The index of the foreseen wrong number among the values."""
    for index, row in enumerate(content.wrong):
        try:
            if values & read_number(row.text, content.unit, content.value):
                return index
        except UnreadableAnswer:
            continue
    return None


def read(content: Number, text: str) -> TypedPart:
    """Read the text as a number in the unit asked for; UnreadableAnswer if it is none."""
    values = read_number(text, content.unit, content.value)
    if any(is_near(value, content) for value in values):
        return TypedPart(accepted=content.key_text())
    return TypedPart(foreseen=foreseen(content, values))


def fit(content: Number, response: Response) -> None:
    """Blank, or one number; UnreadableAnswer asks for it again."""
    if text := text_of(response):
        read_number(text, content.unit, content.value)


def grade(content: Number, response: Response | None, _policy: Policy) -> Mark:
    """Full marks for the number."""
    text = text_of(response)
    part = read(content, text) if text else TypedPart()
    return whole(part.right, part) if text else unanswered(part)
