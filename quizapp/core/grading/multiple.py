"""Marking ticked options: right ticks less wrong ticks, as a share of the keys, never below 0."""

from __future__ import annotations

from quizapp.core.kinds.multiple import Multiple
from quizapp.core.kinds.responses import Response, Ticked

from .errors import MisfitResponse
from .mark import Mark, OptionPart, share, unanswered
from .policy import Policy


def fit(content: Multiple, response: Response) -> Ticked:
    """The response as one that ticks options there are."""
    if not isinstance(response, Ticked) or not response.options <= set(range(len(content.options))):
        raise MisfitResponse("Tick one or more of the options.")
    return response


def grade(content: Multiple, response: Response | None, _policy: Policy) -> Mark:
    """A share for each key ticked, taken back for each wrong tick; no tick at all is no answer."""
    ticked = fit(content, response).options if response else frozenset[int]()
    parts = tuple(OptionPart(index, index in ticked, option.right) for index, option in enumerate(content.options))
    right = len(ticked & content.keys)
    wrong = len(ticked - content.keys)
    return share(right - wrong, len(content.keys), parts) if ticked else unanswered(parts)
