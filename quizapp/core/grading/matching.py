"""Marking pairs: the share of them that is right."""

from __future__ import annotations

from quizapp.core.kinds.matching import Matching
from quizapp.core.kinds.responses import Matched, Response

from .errors import MisfitResponse
from .mark import Mark, PairPart, share, unanswered
from .policy import Policy


def fit(content: Matching, response: Response) -> Matched:
    """The response as one that gives each pair a right side there is, or none."""
    if not isinstance(response, Matched) or len(response.rights) != len(content.pairs):
        raise MisfitResponse("Choose a partner for each.")
    if not set(response.rights) - {None} <= set(range(len(content.rights()))):
        raise MisfitResponse("Choose a partner for each from the list.")
    return response


def grade(content: Matching, response: Response | None, _policy: Policy) -> Mark:
    """A share for each right pair; no pair at all is no answer."""
    given = fit(content, response).rights if response else (None,) * len(content.pairs)
    parts = tuple(PairPart(pair, *sides) for pair, sides in enumerate(zip(given, content.key(), strict=True)))
    if set(given) <= {None}:
        return unanswered(parts)
    return share(sum(part.right for part in parts), len(parts), parts)
