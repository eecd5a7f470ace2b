"""What was found wrong and is not put right yet: answers that wait for a corrected key, and objections upheld."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import url_for

from quizapp.disputes.queries import DisputedQuestion
from quizapp.regrading.queries import WaitingAnswers


@dataclass(frozen=True, slots=True)
class Mending:
    """A question whose marks are to be put right, where that is done, and what waits for it."""

    href: str
    stem: str
    waits: tuple[str, ...]


def to_mend(waiting: Sequence[WaitingAnswers], upheld: Sequence[DisputedQuestion]) -> tuple[Mending, ...]:
    """Return each question once: the corrected ones first, then those where an objection was upheld and no more."""
    objections = {one.question_id: one for one in upheld}
    corrected = [
        Mending(
            url_for("teach.regrades.new", question_id=one.question_id),
            one.stem,
            (_answers(one), *_upheld(objections.pop(one.question_id, None))),
        )
        for one in waiting
    ]
    others = [
        Mending(url_for("teach.disputes.show", dispute_id=one.first_id), one.stem, _upheld(one))
        for one in objections.values()
    ]
    return (*corrected, *others)


def _answers(one: WaitingAnswers) -> str:
    noun, verb = ("answer", "waits") if one.answers == 1 else ("answers", "wait")
    return f"{one.answers:,} {noun}{' and more' if one.are_more else ''} {verb} to be judged anew"


def _upheld(one: DisputedQuestion | None) -> tuple[str, ...]:
    if one is None:
        return ()
    return (f"{one.count} {'objection' if one.count == 1 else 'objections'} upheld, not yet put right",)
