"""Marking a judged statement: all or nothing."""

from __future__ import annotations

from quizapp.core.kinds.responses import Judged, Response
from quizapp.core.kinds.true_false import TrueFalse

from .errors import MisfitResponse
from .mark import Mark, OptionPart, unanswered, whole
from .policy import Policy


def fit(_content: TrueFalse, response: Response) -> Judged:
    """The response as a judgement."""
    if not isinstance(response, Judged):
        raise MisfitResponse("Choose true or false.")
    return response


def grade(content: TrueFalse, response: Response | None, _policy: Policy) -> Mark:
    """Full marks for the right judgement; the parts are True, then False."""
    judged = fit(content, response).value if response else None
    parts = tuple(OptionPart(index, judged is value, content.key is value) for index, value in enumerate((True, False)))
    return unanswered(parts) if judged is None else whole(judged is content.key, parts)
