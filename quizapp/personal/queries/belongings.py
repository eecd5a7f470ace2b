"""How much hangs on a person: what a page says before they take it along or leave for good."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.orm import InstrumentedAttribute

from quizapp.accounts.models import Person
from quizapp.attempts.models import Answer, Attempt, AttemptItem
from quizapp.attempts.rules import OPEN, PRACTICE
from quizapp.banks.models import Bank
from quizapp.disputes.models import Dispute
from quizapp.practice.models import Memory
from quizapp.quizzes.models import Quiz
from quizapp.storage.database import db
from quizapp.teaching.models import Class, Enrolment


@dataclass(frozen=True, slots=True)
class Belongings:
    """Counts of what is kept; what a teacher made is counted where it is not in the archive."""

    handed_in: int  # attempts at quizzes that are over
    begun: int  # attempts at quizzes that are not handed in
    practised: int  # rounds of practice
    answers: int
    memories: int
    disputes: int
    classes: int  # of which the person is one
    classes_taught: int
    banks: int
    quizzes: int
    is_last_admin: bool

    @property
    def is_teaching(self) -> bool:
        """Whether there is something to hand on."""
        return bool(self.classes_taught or self.banks or self.quizzes)


def belongings(person_id: int) -> Belongings:
    """Return how much is kept about a person, with one query."""
    mine, quiz = Attempt.learner_id == person_id, Attempt.mode != PRACTICE
    admin = and_(Person.is_admin, Person.disabled_at.is_(None))
    columns = {
        "handed_in": _count(Attempt.id, mine, quiz, Attempt.state != OPEN),
        "begun": _count(Attempt.id, mine, quiz, Attempt.state == OPEN),
        "practised": _count(Attempt.id, mine, Attempt.mode == PRACTICE),
        "answers": _of_answers(person_id, func.count(Answer.response)),
        "memories": _count(Memory.question_id, Memory.learner_id == person_id),
        "disputes": _disputes(person_id),
        "classes": _count(Enrolment.id, Enrolment.person_id == person_id, Enrolment.removed_at.is_(None)),
        "classes_taught": _count(Class.id, Class.owner_id == person_id, Class.archived_at.is_(None)),
        "banks": _count(Bank.id, Bank.owner_id == person_id, Bank.archived_at.is_(None)),
        "quizzes": _count(Quiz.id, Quiz.owner_id == person_id, Quiz.archived_at.is_(None)),
        "own_powers": _count(Person.id, admin, Person.id == person_id),
        "other_admins": _count(Person.id, admin, Person.id != person_id),
    }
    found = dict(db.session.execute(select(*(part.label(name) for name, part in columns.items()))).one()._mapping)
    is_admin, others = found.pop("own_powers"), found.pop("other_admins")
    return Belongings(**found, is_last_admin=bool(is_admin and not others))


def _count(column: InstrumentedAttribute[int], *which: ColumnElement[bool]) -> ColumnElement[int]:
    return select(func.count(column)).where(*which).scalar_subquery()


def _of_answers(person_id: int, what: ColumnElement[int]) -> ColumnElement[int]:
    items = select(AttemptItem.id).join(Attempt, Attempt.id == AttemptItem.attempt_id)
    return select(what).where(Answer.item_id.in_(items.where(Attempt.learner_id == person_id))).scalar_subquery()


def _disputes(person_id: int) -> ColumnElement[int]:
    theirs = (
        select(Answer.id)
        .join(AttemptItem, AttemptItem.id == Answer.item_id)
        .join(Attempt, Attempt.id == AttemptItem.attempt_id)
        .where(Attempt.learner_id == person_id)
    )
    return select(func.count(Dispute.id)).where(Dispute.answer_id.in_(theirs)).scalar_subquery()
