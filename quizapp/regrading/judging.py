"""What an answer's mark becomes: the one computation that the dry run shows and the run writes."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from quizapp.core.grading import grade
from quizapp.core.kinds import Content, Response, carried, response_from
from quizapp.regrading.rules import GIVE_ALL, NEVER_LOWER


@dataclass(frozen=True, slots=True)
class Judged:
    """A mark as it becomes; is_carried is False where the answer names what the other version no longer has."""

    points: Decimal
    verdict: str
    is_carried: bool = True


@dataclass(frozen=True, slots=True)
class Stood:
    """An answer as it stands: the response as stored (None: left blank) and its mark."""

    response: str | None
    points: Decimal
    out_of: Decimal
    verdict: str


@lru_cache(maxsize=8)
def judge_of(old: Content, new: Content | None, policy: str) -> Judge:
    """Return the judge of one content by another; what the dry run has judged, the run need not judge again."""
    return Judge(old, new, policy)


@dataclass(slots=True)
class Judge:
    """Judges answers to one version by another, by a policy; equal answers are judged once.

    replace: the mark that the other version's key gives. never_lower: that, unless it is less than it was; whoever had
    the points already is still told that it is right. give_all: every point, also to whoever left the question out;
    what the answer was judged to be stays, for points that are given say nothing of it. What cannot be carried over
    stays as it was, and so does a question left out.
    """

    old: Content
    new: Content | None
    policy: str
    known: dict[Stood, Judged] = field(default_factory=dict)

    def judge(self, stood: Stood) -> Judged:
        """Return what the mark of an answer becomes."""
        if stood not in self.known:
            self.known[stood] = self._judge(stood)
        return self.known[stood]

    def carry(self, response: str | None) -> Response | None:
        """Return a stored response in the terms of the other version; None where it cannot be, or there is none."""
        if response is None or self.new is None:
            return None
        return carried(self.old, self.new, response_from(self.old.kind, json.loads(response)))

    def _judge(self, stood: Stood) -> Judged:
        if self.policy == GIVE_ALL:
            return Judged(stood.out_of, stood.verdict)
        if stood.response is None:
            return Judged(stood.points, stood.verdict)
        response = self.carry(stood.response)
        if self.new is None or response is None:
            return Judged(stood.points, stood.verdict, is_carried=False)
        mark = grade(self.new, response)
        points = mark.earned(stood.out_of)
        gains = points > stood.points or (points == stood.points and mark.verdict == "right")
        if self.policy == NEVER_LOWER and not gains:
            return Judged(stood.points, stood.verdict)
        return Judged(points, mark.verdict)
