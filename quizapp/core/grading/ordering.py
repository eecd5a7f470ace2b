"""Marking an order: the share of neighbours, as they were put, that stand the right way round."""

from __future__ import annotations

from itertools import pairwise

from quizapp.core.kinds.ordering import Ordering
from quizapp.core.kinds.responses import Arranged, Response

from .errors import MisfitResponse
from .mark import Mark, NeighbourPart, share, unanswered
from .policy import Policy


def fit(content: Ordering, response: Response) -> Arranged:
    """The response as one that places every item once, or none."""
    if isinstance(response, Arranged) and sorted(response.order) in ([], list(range(len(content.items)))):
        return response
    raise MisfitResponse("Give each item a place of its own.")


def grade(content: Ordering, response: Response | None, _policy: Policy) -> Mark:
    """A share for each two neighbours of which the earlier stands first; no order is no answer."""
    order = fit(content, response).order if response else ()
    parts = tuple(NeighbourPart(first, second) for first, second in pairwise(order))
    return share(sum(part.right for part in parts), len(parts), parts) if order else unanswered(parts)
