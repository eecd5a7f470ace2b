"""Which way the scores go over several attempts at one quiz."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.core.statistics.improving import ScoreBeside, Told, change, told
from quizapp.history.queries.learner_in_class import LearnersAttempt


@dataclass(frozen=True, slots=True)
class Tries:
    """A learner's scores in several attempts at one thing, the oldest first, in percent."""

    title: str
    percents: tuple[int, ...]
    told: Told


def told_of_tries(scores: Sequence[tuple[int, int]]) -> Told | None:
    """Return which way some scores go, each in percent with how many questions it rests on; None for fewer than two.

    Everybody met the same quiz, so nobody else is needed to compare with, and two attempts are enough.
    """
    found = change([ScoreBeside(percent / 100, None, questions) for percent, questions in scores], least=2)
    return told(found) if found else None


def tries_of(attempts: Sequence[LearnersAttempt]) -> tuple[Tries, ...]:
    """Return what was tried more than once among a learner's attempts, which come the newest first."""
    taken: dict[int, list[LearnersAttempt]] = {}
    for attempt in attempts:
        if attempt.percent is not None:
            taken.setdefault(attempt.assignment_id, []).insert(0, attempt)
    found = []
    for rows in taken.values():
        scores = [(row.percent, row.questions) for row in rows if row.percent is not None]
        if way := told_of_tries(scores):
            found.append(Tries(rows[-1].title, tuple(percent for percent, _ in scores), way))
    return tuple(found)
