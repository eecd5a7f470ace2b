"""Marking a choice: all or nothing."""

from __future__ import annotations

from quizapp.core.kinds.choice import Choice
from quizapp.core.kinds.responses import Chosen, Response

from .errors import MisfitResponse
from .mark import Mark, OptionPart, unanswered, whole
from .policy import Policy


def fit(content: Choice, response: Response) -> Chosen:
    """The response as one that chooses an option there is."""
    if not isinstance(response, Chosen) or not 0 <= response.option < len(content.options):
        raise MisfitResponse("Choose one of the options.")
    return response


def grade(content: Choice, response: Response | None, _policy: Policy) -> Mark:
    """Full marks for the right option."""
    chosen = fit(content, response).option if response else None
    parts = tuple(OptionPart(index, index == chosen, option.right) for index, option in enumerate(content.options))
    return unanswered(parts) if chosen is None else whole(content.options[chosen].right, parts)
