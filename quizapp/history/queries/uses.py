"""Who chose what: the responses to a question, gathered under its options."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from quizapp.attempts.queries.given_text import given_text
from quizapp.core.grading import grade
from quizapp.core.kinds import (
    Choice,
    Chosen,
    Content,
    Judged,
    Multiple,
    Response,
    Ticked,
    TrueFalse,
    Typed,
    response_from,
)
from quizapp.core.statistics.advice import Use

MOST_TALLIED = 12


@dataclass(frozen=True, slots=True)
class Given:
    """A response as stored, how often it was given, with what mean share in the rest, and by how many of the thirds.

    full: how many have every point for it.
    """

    response: Any
    count: int
    rest: float | None
    strong: int = 0
    weak: int = 0
    full: int = 0


Read = tuple[Response, Given]


def uses_of(content: Content, given: Sequence[Given]) -> tuple[Use, ...]:
    """Return how each option was used, in the content's order.

    Where there are no options to choose by themselves, the most frequent answers are told, what is right as one.
    """
    read = [(response_from(content.kind, row.response), row) for row in given if row.response is not None]
    match content:
        case Choice(options=options):
            return tuple(
                _gathered(option.text, option.right, [row for row in read if row[0] == Chosen(index)])
                for index, option in enumerate(options)
            )
        case Multiple(options=options):
            return tuple(
                _gathered(option.text, option.right, [row for row in read if _ticks(row[0], index)])
                for index, option in enumerate(options)
            )
        case TrueFalse(key=key):
            values = ((True, "True"), (False, "False"))
            return tuple(
                _gathered(text, value == key, [row for row in read if row[0] == Judged(value)])
                for value, text in values
            )
    return tuple(_tallied(content, read))


def _ticks(response: Response, index: int) -> bool:
    return isinstance(response, Ticked) and index in response.options


def _gathered(text: str, is_key: bool, rows: Sequence[Read], *, is_option: bool = True) -> Use:
    rests = [(given.count, given.rest) for _, given in rows if given.rest is not None]
    weight = sum(times for times, _ in rests)
    return Use(
        text=text,
        is_key=is_key,
        count=sum(given.count for _, given in rows),
        rest=sum(times * rest for times, rest in rests) / weight if weight else None,
        strong=sum(given.strong for _, given in rows),
        weak=sum(given.weak for _, given in rows),
        is_option=is_option,
        full=sum(given.full for _, given in rows),
    )


def _tallied(content: Content, read: Iterable[Read]) -> Iterator[Use]:
    """Spellings that are read alike stand together; what was right is one row."""
    groups: dict[tuple[bool, str], list[Read]] = {}
    for row in read:
        is_right = grade(content, row[0]).verdict == "right"
        name = "" if is_right else " ".join(_words(content, row[0]).casefold().split())
        groups.setdefault((is_right, name), []).append(row)
    ranked = sorted(
        groups.items(), key=lambda item: (not item[0][0], -sum(row[1].count for row in item[1]), item[0][1])
    )
    for (is_right, _name), found in ranked[:MOST_TALLIED]:
        commonest = max(found, key=lambda row: row[1].count)[0]
        yield _gathered(_words(content, commonest), is_right, found, is_option=False)


def _words(content: Content, response: Response) -> str:
    return response.text if isinstance(response, Typed) else given_text(content, (), response)
