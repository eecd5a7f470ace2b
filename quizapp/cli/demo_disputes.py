"""What learners of the made-up class say is wrong, and what their teacher answered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select

from quizapp.attempts.models import Answer, Attempt, AttemptItem
from quizapp.attempts.queries import explanation
from quizapp.disputes.operations import Passage, decide, raise_dispute
from quizapp.storage.database import db

OBJECTIONS = (
    "My answer can be read out of the sentence too. Should it not count?",
    "I looked it up in the text again and still think that I am right.",
    "I meant just that, only in other words.",
)
WORD = "Read the sentence once more: the words that are marked decide it, and they leave no other reading."


def object_to_answers(learner_ids: Sequence[int], teacher_id: int, *, now: datetime) -> None:
    """Let the first learners object to answers that were not right, and the teacher decline what the first said."""
    raised = [
        _object(*found, learner, words, now=now)
        for learner, words in zip(learner_ids, OBJECTIONS, strict=False)
        for found in _not_right(learner)
    ]
    if raised:
        decide(raised[0], teacher_id, "declined", WORD, standing="open", now=now)


def _not_right(learner_id: int) -> Sequence[tuple[int, int]]:
    """The first two answers of a learner that earned nothing."""
    query = (
        select(Attempt.id, AttemptItem.position)
        .join(AttemptItem, AttemptItem.attempt_id == Attempt.id)
        .join(Answer, Answer.item_id == AttemptItem.id)
        .where(Attempt.learner_id == learner_id, Answer.verdict == "wrong", Attempt.assignment_id.is_not(None))
        .order_by(Attempt.id, AttemptItem.position)
        .limit(2)
    )
    return [(row[0], row[1]) for row in db.session.execute(query)]


def _object(attempt_id: int, number: int, learner_id: int, words: str, *, now: datetime) -> int:
    cards = explanation(attempt_id, number, learner_id).cards
    passage = Passage(cards[0].document_id, cards[0].start, cards[0].end, cards[0].exact) if cards else None
    return raise_dispute(attempt_id, number, learner_id, words, passage, now=now)
