"""How well somebody knows what they know: the share right among what they were sure of, not sure of, or did not say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.core.statistics.items import FIRM, LEAST, interval

SURE_ENOUGH, DOUBTS_TOO_MUCH = 0.75, 0.75  # shares right: what one is sure of should reach it, what not, should not
MISLED = 0.5  # the share right below which those who were sure of a question share a mistake, or its key is one


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
        """Whether there are answers enough to call the share firm."""
        return self.n >= FIRM

    @property
    def is_misled(self) -> bool:
        """Whether most who were sure were not right, by the whole interval."""
        return self.sure is True and self.interval is not None and self.interval[1] < MISLED


def judgement(said: Sequence[Said]) -> str:
    """Return what the shares say of somebody: surer, or more doubtful, than they need be; empty where nothing is clear.

    Compared is the whole interval, which is wide where answers are few, so that chance alone seldom speaks.
    """
    shares = {group.sure: group.interval for group in said}
    sure, doubted = shares.get(True) or (0.0, 1.0), shares.get(False) or (0.0, 1.0)
    if sure[1] < SURE_ENOUGH:
        return "too sure"
    if doubted[0] > DOUBTS_TOO_MUCH:
        return "too doubtful"
    return "sound" if sure[0] > SURE_ENOUGH else ""
