"""How well somebody knows what they know: the share right among what they were sure of, not sure of, or did not say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.core.statistics.items import FIRM, LEAST, interval

SURE_ENOUGH, DOUBTS_TOO_MUCH = 0.75, 0.75  # shares right: what one is sure of should reach it, what not, should not


@dataclass(frozen=True, slots=True)
class Said:
    """The answers of which one thing was said; None: nothing was."""

    sure: bool | None
    n: int
    right: int

    @property
    def share(self) -> float | None:
        """The share that was right, from 0 to 1; None where there are too few answers to name one."""
        return self.right / self.n if self.n >= LEAST else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 95 % interval of the share (Wilson's)."""
        return interval(self.right / self.n, self.n) if self.n >= LEAST else None

    @property
    def is_firm(self) -> bool:
        """Whether there are answers enough to conclude something."""
        return self.n >= FIRM


def judgement(said: Sequence[Said]) -> str:
    """Return what the shares say of somebody: surer, or more doubtful, than they need be; empty where nothing is firm.

    Compared is the whole interval, so that chance alone seldom speaks.
    """
    firm = {group.sure: group.interval or (0.0, 1.0) for group in said if group.is_firm}
    if True in firm and firm[True][1] < SURE_ENOUGH:
        return "too sure"
    if False in firm and firm[False][0] > DOUBTS_TOO_MUCH:
        return "too doubtful"
    return "sound" if True in firm and firm[True][0] > SURE_ENOUGH else ""
