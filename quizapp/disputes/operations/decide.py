"""A teacher upholds or declines what learners say, with a word to them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Select, and_, or_, select

from quizapp.attempts.models import Answer, AttemptItem
from quizapp.banks.models import Question, QuestionVersion
from quizapp.disputes.errors import DecidedOtherwise, JudgedAnew, NoSuchDispute, NothingSaid
from quizapp.disputes.models import Dispute
from quizapp.disputes.operations.raise_dispute import check_text
from quizapp.disputes.rules import DECLINED, OPEN, UPHELD, Decision, disputes, may_decide
from quizapp.regrading.models import Regrade
from quizapp.storage.database import db

WHY = "Say why it stands: whoever asked reads this word beside the answer."


def decide(
    dispute_id: int,
    person_id: int,
    decision: Decision,
    word: str,
    *,
    standing: str,
    also: Iterable[int] = (),
    now: datetime,
) -> int:
    """Decide a dispute, and in the same way other open ones of the same question; return how many were decided.

    `standing` is how the dispute stood on the page that was read: DecidedOtherwise where it stands otherwise by now.
    JudgedAnew where answers were judged anew because of it. NothingSaid where it is declined without a word. Of
    `also`, what is not open any more, is about another version, or is not hers to decide stays as it is.
    """
    said = _clean_word(word, decision)
    # All in one order, so that two who decide the same ones at once wait for each other and never in a ring.
    alike = and_(_same_version(dispute_id), Dispute.id.in_(tuple(also)), Dispute.state == OPEN)
    held = _held(person_id, or_(Dispute.id == dispute_id, alike))
    dispute = _the_one([one for one in held if one.id == dispute_id])
    if standing_of(dispute.state, dispute.decided_at) != standing:
        raise DecidedOtherwise
    if dispute.regrade_id is not None:
        raise JudgedAnew
    for one in held:
        one.state, one.word, one.decided_by_id = decision, said, person_id
        one.decided_at, one.seen_at = now, None
    db.session.flush()
    return len(held)


def settle(dispute_id: int | None, regrade_id: int) -> None:
    """Keep with disputes that answers were judged anew because of them.

    That is every upheld dispute of the version that was judged, as far as whoever judged anew may decide it; and the
    one the regrade was made for, if it is named: that is upheld by it, if it was open yet. What was declined or
    withdrawn stays as it is. NoSuchDispute unless the one named is about the question, and hers to decide.
    """
    regrade = db.session.get_one(Regrade, regrade_id)
    of_question = _held(regrade.by_id, Question.id == regrade.question_id, Dispute.regrade_id.is_(None))
    if dispute_id is not None:
        named = _the_one(_held(regrade.by_id, Question.id == regrade.question_id, Dispute.id == dispute_id))
        if named.state == OPEN:
            named.state, named.decided_by_id, named.decided_at = UPHELD, regrade.by_id, regrade.at
    judged = set(db.session.scalars(_answers_to(regrade.from_version_id, [one.answer_id for one in of_question])))
    for one in of_question:
        if one.state == UPHELD and (one.id == dispute_id or one.answer_id in judged):
            one.regrade_id = regrade_id
    db.session.flush()


def standing_of(state: str, decided_at: datetime | None) -> str:
    """Return how a dispute stands, to be compared with how it stood on a page."""
    return f"{state} {decided_at.isoformat()}" if decided_at else state


def _clean_word(word: str, decision: Decision) -> str:
    said = word.replace("\r\n", "\n").strip()
    if decision == DECLINED and not said:
        raise NothingSaid(WHY)
    check_text(said)
    return said


def _held(person_id: int, *which: ColumnElement[bool]) -> list[Dispute]:
    """The disputes that a teacher may decide, held until the transaction ends."""
    query = disputes(Dispute).where(may_decide(person_id), *which).order_by(Dispute.id)
    return list(db.session.scalars(query.with_for_update(of=Dispute)))


def _the_one(found: list[Dispute]) -> Dispute:
    if not found:
        raise NoSuchDispute
    return found[0]


def _answers_to(version_id: int, answer_ids: Sequence[int]) -> Select[int]:
    query = select(Answer.id).join(AttemptItem, AttemptItem.id == Answer.item_id)
    return query.where(AttemptItem.version_id == version_id, Answer.id.in_(answer_ids))


def _same_version(dispute_id: int) -> ColumnElement[bool]:
    version = select(AttemptItem.version_id).join(Answer, Answer.item_id == AttemptItem.id)
    of_dispute = version.join(Dispute, Dispute.answer_id == Answer.id).where(Dispute.id == dispute_id)
    return QuestionVersion.id == of_dispute.correlate(None).scalar_subquery()
