"""Marking a typed date: all or nothing, as exact as the key."""

from __future__ import annotations

from quizapp.core.kinds.date import Date
from quizapp.core.kinds.partial_date import PartialDate
from quizapp.core.kinds.responses import Response

from .dates import DateReading, read_date, read_full_date
from .errors import UnreadableAnswer
from .mark import Mark, TypedPart, unanswered, whole
from .policy import Policy
from .typed import text_of


def is_key_itself(content: Date, text: str) -> bool:
    """Whether the text is the key as shown or stored; such a year may be too short to be read as one."""
    return text.casefold() in {content.value.written().casefold(), content.value.iso()}


def dates_of(content: Date, text: str) -> tuple[PartialDate, ...]:
    """The dates a foreseen wrong answer may mean; none if it is no date."""
    try:
        return read_date(text, content.value).dates
    except UnreadableAnswer:
        return ()


def foreseen(content: Date, reading: DateReading) -> int | None:
    """The index of the foreseen wrong date that was typed."""
    for index, row in enumerate(content.wrong):
        if any(wrong.covers(date) for wrong in dates_of(content, row.text) for date in reading.dates):
            return index
    return None


def read(content: Date, text: str) -> TypedPart:
    """Read the text as a date; it is right if it lies within the key. UnreadableAnswer if it is no date.

    A slip in a month's name is always forgiven: how it is spelled is not what is asked.
    """
    if is_key_itself(content, text):
        return TypedPart(accepted=content.key_text())
    reading = read_full_date(text, content.value)
    if any(content.value.covers(date) for date in reading.dates):
        return TypedPart(accepted=content.key_text(), slip=reading.slip)
    return TypedPart(foreseen=foreseen(content, reading))


def fit(content: Date, response: Response) -> None:
    """Blank, or a date as exact as the key; UnreadableAnswer asks for it again."""
    if text := text_of(response):
        read(content, text)


def grade(content: Date, response: Response | None, _policy: Policy) -> Mark:
    """Full marks for the date."""
    text = text_of(response)
    part = read(content, text) if text else TypedPart()
    return whole(part.right, part) if text else unanswered(part)
