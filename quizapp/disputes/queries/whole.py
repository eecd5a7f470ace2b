"""One dispute with all that a teacher needs to decide it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Text, case, cast, func, select

from quizapp.accounts.models import Person
from quizapp.attempts.models import Answer, Attempt, AttemptItem
from quizapp.attempts.queries import Explanation, explanation
from quizapp.banks.models import Bank, Question, QuestionVersion
from quizapp.banks.rules import may_edit_bank
from quizapp.disputes.errors import NoSuchDispute
from quizapp.disputes.models import Dispute
from quizapp.disputes.operations.decide import standing_of
from quizapp.disputes.queries.to_decide import DisputeRow, listed
from quizapp.disputes.rules import ATTEMPT_OF_CLASS, WITHDRAWN, disputes, may_decide
from quizapp.documents.queries import PassageCard, Place, passage_card
from quizapp.quizzes.models import Edition
from quizapp.storage.database import db
from quizapp.teaching.models import Class

MOST_BESIDE = 20


@dataclass(frozen=True, slots=True)
class OtherAnswers:
    """How others answered the same version where the dispute comes from: its class, its quiz, or everywhere."""

    count: int
    same: int  # word for word as the learner did, or the same options
    right: int
    where: str  # class, quiz, everywhere


@dataclass(frozen=True, slots=True)
class WholeDispute:
    """A dispute to decide: the line of the list, the answer explained, the passage chosen, and what is beside it."""

    row: DisputeRow
    explained: Explanation
    passage: PassageCard | None
    word: str
    decided_by: str
    decided_at: datetime | None
    standing: str  # to be sent back with the decision
    regrade_id: int | None
    is_newest: bool  # the version answered is still what the question says
    may_edit: bool
    bank_id: int
    class_id: int | None
    learner_id: int
    attempt_id: int
    others: OtherAnswers
    beside: tuple[DisputeRow, ...]  # of the same question

    @property
    def alike(self) -> tuple[DisputeRow, ...]:
        """The other open ones that can be decided in the same way: they are about the same version."""
        return tuple(one for one in self.beside if one.state == "open" and one.version_id == self.row.version_id)


def open_dispute(dispute_id: int, person_id: int) -> WholeDispute:
    """Return a dispute that a teacher may decide; NoSuchDispute for any other, and for one that was withdrawn."""
    hers = may_decide(person_id), Dispute.state != WITHDRAWN
    found = db.session.execute(_facts(person_id).where(Dispute.id == dispute_id, *hers)).one_or_none()
    if found is None:
        raise NoSuchDispute
    (row,) = listed([Dispute.id == dispute_id], limit=1)
    of_question = [*hers, Question.id == row.question_id, Dispute.id != dispute_id]
    dispute: Dispute = found.Dispute
    return WholeDispute(
        row=row,
        # The ways to a document in it are the learner's, not the teacher's.
        explained=replace(explanation(found.attempt_id, found.number, found.learner_id), may_read=False),
        passage=_passage(dispute),
        word=dispute.word,
        decided_by=found.decided_by or "",
        decided_at=dispute.decided_at,
        standing=standing_of(dispute.state, dispute.decided_at),
        regrade_id=dispute.regrade_id,
        is_newest=found.is_newest,
        may_edit=found.may_edit,
        bank_id=found.bank_id,
        class_id=found.class_id,
        learner_id=found.learner_id,
        attempt_id=found.attempt_id,
        others=_others(found, row.version_id),
        beside=listed(of_question, limit=MOST_BESIDE),
    )


def _facts(person_id: int) -> Any:
    said = disputes(
        *(Dispute, Attempt.id.label("attempt_id"), Attempt.learner_id, AttemptItem.position.label("number")),
        *(Person.display_name.label("decided_by"), may_edit_bank(person_id).label("may_edit")),
        *((QuestionVersion.number == Question.version_number).label("is_newest"), Bank.id.label("bank_id")),
        *(
            ATTEMPT_OF_CLASS.label("assignment_id"),
            Class.id.label("class_id"),
            Edition.quiz_id,
            Answer.id.label("answer_id"),
        ),
    )
    return said.outerjoin(Person, Person.id == Dispute.decided_by_id)


def _passage(dispute: Dispute) -> PassageCard | None:
    if dispute.document_id is None or dispute.start is None or dispute.end is None:
        return None
    return passage_card(Place(dispute.document_id, dispute.start, dispute.end))


def _others(found: Row[Any], version_id: int) -> OtherAnswers:
    own = select(func.lower(cast(Answer.response, Text))).where(Answer.id == found.answer_id).scalar_subquery()
    is_same = func.lower(cast(Answer.response, Text)) == own
    query = (
        select(
            func.count(Answer.id),
            func.sum(case((is_same, 1), else_=0)),
            func.sum(case((Answer.verdict == "right", 1), else_=0)),
        )
        .join(AttemptItem, AttemptItem.id == Answer.item_id)
        .join(Attempt, Attempt.id == AttemptItem.attempt_id)
        .where(AttemptItem.version_id == version_id, Answer.id != found.answer_id, Answer.response.is_not(None))
    )
    where = "everywhere"
    if found.assignment_id is not None:
        query, where = query.where(Attempt.assignment_id == found.assignment_id), "class"
    elif found.quiz_id is not None:
        its = select(Edition.id).where(Edition.quiz_id == found.quiz_id)
        query, where = query.where(Attempt.edition_id.in_(its)), "quiz"
    count, same, right = db.session.execute(query).one()
    return OtherAnswers(count, int(same or 0), int(right or 0), where)
