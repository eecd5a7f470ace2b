"""A learner says that something is wrong, takes it back, and sees what was decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from quizapp.accounts.operations.tries import count_tries_of
from quizapp.attempts.errors import NotShownYet
from quizapp.attempts.models import Answer, Attempt, AttemptItem
from quizapp.attempts.shown import UNSTORABLE
from quizapp.attempts.sitting import find_asked, lock_attempt
from quizapp.disputes.errors import AlreadyDisputed, NoSuchDispute, NothingSaid
from quizapp.disputes.models import Dispute
from quizapp.disputes.rules import (
    DECIDED,
    DISPUTES_OF_ADDRESS,
    DISPUTES_OF_LEARNER,
    LONGEST,
    OPEN,
    WITHDRAWN,
)
from quizapp.storage.database import db

SAY = "Say in a few words what is wrong, so that whoever reads it knows where to look."
SHORTER = f"Use at most {LONGEST:,} characters."
UNREADABLE = "A sign in this text cannot be kept. Type the text anew."


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of a document that speak for a learner, as disputes.queries.passage_chosen found them."""

    document_id: int
    start: int
    end: int
    exact: str


def raise_dispute(
    attempt_id: int,
    number: int,
    learner_id: int,
    words: str,
    passage: Passage | None,
    *,
    address: str = "",
    now: datetime,
) -> int:
    """Keep what a learner says is wrong with an own answer that is explained, and return the dispute's id.

    NotShownYet before feedback may be shown, AlreadyDisputed where the answer has a dispute that was not withdrawn,
    NothingSaid without words, TooManyTries beyond what an hour allows.
    """
    said = clean_words(words)
    lock_attempt(attempt_id, learner_id)
    asked = find_asked(attempt_id, number, learner_id)
    if not asked.is_final or asked.answer_id is None:
        raise NotShownYet
    standing = select(Dispute.id).where(Dispute.answer_id == asked.answer_id, Dispute.state != WITHDRAWN)
    if db.session.scalar(standing) is not None:
        raise AlreadyDisputed
    count_tries_of(DISPUTES_OF_LEARNER, str(learner_id), now=now)
    count_tries_of(DISPUTES_OF_ADDRESS, address, now=now)
    return _keep(asked.answer_id, said, passage, now)


def clean_words(words: str) -> str:
    """Return what a learner says without the space round it; NothingSaid where that is nothing, or too much."""
    said = words.replace("\r\n", "\n").strip()
    if not said:
        raise NothingSaid(SAY)
    check_text(said)
    return said


def check_text(said: str) -> None:
    """Raise NothingSaid where a text is too long or holds what no database keeps."""
    if len(said) > LONGEST:
        raise NothingSaid(SHORTER)
    if UNSTORABLE.search(said):
        raise NothingSaid(UNREADABLE)


def _keep(answer_id: int, said: str, passage: Passage | None, now: datetime) -> int:
    dispute = Dispute(answer_id=answer_id, words=said, exact="", state=OPEN, word="", made_at=now)
    if passage is not None:
        dispute.document_id, dispute.start, dispute.end = passage.document_id, passage.start, passage.end
        dispute.exact = passage.exact
    db.session.add(dispute)
    db.session.flush()
    return dispute.id


def withdraw(dispute_id: int, learner_id: int) -> None:
    """Take a dispute back while it is open; AlreadyDisputed once it is decided. Twice is once."""
    dispute = _own(dispute_id, learner_id)
    if dispute.state in DECIDED:
        raise AlreadyDisputed
    dispute.state = WITHDRAWN
    db.session.flush()


def see_decision(dispute_id: int, learner_id: int, *, now: datetime) -> None:
    """Note that the learner has seen what was decided; nothing is noted of what is not decided."""
    dispute = _own(dispute_id, learner_id)
    if dispute.state in DECIDED and dispute.seen_at is None:
        dispute.seen_at = now
        db.session.flush()


def _own(dispute_id: int, learner_id: int) -> Dispute:
    query = (
        select(Dispute)
        .join(Answer, Answer.id == Dispute.answer_id)
        .join(AttemptItem, AttemptItem.id == Answer.item_id)
        .join(Attempt, Attempt.id == AttemptItem.attempt_id)
        .where(Dispute.id == dispute_id, Attempt.learner_id == learner_id)
        .with_for_update(of=Dispute)
    )
    dispute = db.session.scalar(query)
    if dispute is None:
        raise NoSuchDispute
    return dispute
