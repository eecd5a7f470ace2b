"""Marking any answer, and asking again for one that cannot be read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from quizapp.core.kinds.content import Content
from quizapp.core.kinds.responses import Response, Typed

from . import choice, cloze, date, matching, multiple, number, ordering, short_text, true_false
from .errors import MisfitResponse, UnreadableAnswer
from .mark import Mark, TypedPart, whole
from .policy import Policy

# Each grader takes the content of its own kind, which the registry of kinds guarantees and types here cannot say.
Grader = Callable[[Any, Response | None, Policy], Mark]
Fitting = Callable[[Any, Response], object]

GRADERS: Mapping[str, Grader] = MappingProxyType(
    {
        "choice": choice.grade,
        "multiple": multiple.grade,
        "true_false": true_false.grade,
        "short_text": short_text.grade,
        "number": number.grade,
        "date": date.grade,
        "cloze": cloze.grade,
        "matching": matching.grade,
        "ordering": ordering.grade,
    }
)
FITTINGS: Mapping[str, Fitting] = MappingProxyType(
    {
        "choice": choice.fit,
        "multiple": multiple.fit,
        "true_false": true_false.fit,
        "short_text": short_text.fit,
        "number": number.fit,
        "date": date.fit,
        "cloze": cloze.fit,
        "matching": matching.fit,
        "ordering": ordering.fit,
    }
)


def grade(content: Content, response: Response | None, policy: Policy | None = None) -> Mark:
    """Mark a response; typed text that cannot be read is wrong, and its part says why.

    MisfitResponse if the response is of another kind or names parts that the content does not have.
    """
    try:
        return GRADERS[content.kind](content, response, policy or Policy())
    except UnreadableAnswer as error:
        return whole(False, TypedPart(unread=str(error)))


def complaint(content: Content, response: Response | None) -> str | None:
    """What to put beside the field so that the answer is given again; None if it can be marked.

    It never depends on whether the answer is right. No answer is no fault.
    """
    if response is None:
        return None
    try:
        FITTINGS[content.kind](content, response)
    except (UnreadableAnswer, MisfitResponse) as error:
        return str(error)
    return None


def read_response(content: Content, text: str) -> Typed | None:
    """Typed text as a response, None if it is blank; UnreadableAnswer if it must be asked for again."""
    response = Typed(text.strip())
    if not response.text:
        return None
    FITTINGS[content.kind](content, response)
    return response
