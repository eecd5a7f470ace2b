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
    "I chose the other one because the sentence can be read that way too. Should both not count?",
    "The question does not say which of the two articles it means.",
    "My answer says the same in other words.",
)
WORD = "Read the sentence once more: the words that are marked decide it. The other reading would need a date."


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
