"""Who chose what: the responses to a question, gathered under its options."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

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

Given = tuple[Any, int, float | None]  # the response as stored, how often, the mean share in the rest
MOST_TYPED = 12


def uses_of(content: Content, given: Sequence[Given]) -> tuple[Use, ...]:
    """Return how each option was used, in the content's order; of typed answers the most frequent.

    Matching and ordering have no options that one could choose by themselves: nothing is returned for them.
    """
    read = [(response_from(content.kind, stored), count, rest) for stored, count, rest in given if stored is not None]
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
    return tuple(_typed(content, read))


def _ticks(response: Response, index: int) -> bool:
    return isinstance(response, Ticked) and index in response.options


def _gathered(text: str, is_key: bool, rows: Sequence[tuple[Response, int, float | None]]) -> Use:
    count = sum(row[1] for row in rows)
    rests = [(row[1], row[2]) for row in rows if row[2] is not None]
    weight = sum(times for times, _ in rests)
    mean = sum(times * rest for times, rest in rests) / weight if weight else None
    return Use(text, is_key, count, mean)


def _typed(content: Content, rows: Iterable[tuple[Response, int, float | None]]) -> Iterator[Use]:
    """Spellings that are read alike stand together; what was right is one row."""
    groups: dict[tuple[bool, str], list[tuple[Response, int, float | None]]] = {}
    for response, count, rest in rows:
        if isinstance(response, Typed):
            is_right = grade(content, response).verdict == "right"
            name = "" if is_right else " ".join(response.text.casefold().split())
            groups.setdefault((is_right, name), []).append((response, count, rest))
    ranked = sorted(groups.items(), key=lambda item: (not item[0][0], -sum(row[1] for row in item[1]), item[0][1]))
    for (is_right, _name), found in ranked[:MOST_TYPED]:
        commonest = max(found, key=lambda row: row[1])[0]
        text = commonest.text if isinstance(commonest, Typed) else ""
        yield _gathered(text, is_right, found)
