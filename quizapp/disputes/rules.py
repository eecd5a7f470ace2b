"""The states of a dispute, what may be said in it, and who decides."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Literal

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import aliased

from quizapp.accounts.models import Person
from quizapp.accounts.operations.tries import Limit
from quizapp.attempts.models import Answer, Attempt, AttemptItem
from quizapp.banks.models import Bank, Question, QuestionVersion
from quizapp.banks.rules import may_edit_bank
from quizapp.disputes.models import Dispute
from quizapp.quizzes.models import Edition, Quiz
from quizapp.teaching.models import Assignment, Class

Decision = Literal["upheld", "declined"]
OPEN, UPHELD, DECLINED, WITHDRAWN = "open", "upheld", "declined", "withdrawn"
DECIDED = (UPHELD, DECLINED)
LONGEST = 1000  # of the learner's words, and of the teacher's
LONGEST_PASSAGE = 4000

# A whole class may sit behind one address.
DISPUTES_OF_LEARNER = Limit("disputes of learner", 12, timedelta(hours=1))
DISPUTES_OF_ADDRESS = Limit("disputes of address", 200, timedelta(hours=1))

_practised = aliased(Attempt, name="practised")
_teacher = aliased(Person, name="teacher_of_class")
_quiz_owner = aliased(Person, name="owner_of_quiz")
_bank_owner = aliased(Person, name="owner_of_bank")
ATTEMPT_OF_CLASS = func.coalesce(Attempt.assignment_id, _practised.assignment_id)
EDITION = func.coalesce(Attempt.edition_id, _practised.edition_id)


def disputes(*columns: Any) -> Select[*tuple[Any, ...]]:
    """Select from disputes with all that is round them: the answer, its question, its quiz, its class, who decides.

    What is practised from the mistakes of an attempt belongs where that attempt does.
    """
    return (
        select(*columns)
        .select_from(Dispute)
        .join(Answer, Answer.id == Dispute.answer_id)
        .join(AttemptItem, AttemptItem.id == Answer.item_id)
        .join(Attempt, Attempt.id == AttemptItem.attempt_id)
        .join(QuestionVersion, QuestionVersion.id == AttemptItem.version_id)
        .join(Question, Question.id == QuestionVersion.question_id)
        .join(Bank, Bank.id == Question.bank_id)
        .outerjoin(_practised, _practised.id == Attempt.practises_id)
        .outerjoin(Edition, Edition.id == EDITION)
        .outerjoin(Quiz, Quiz.id == Edition.quiz_id)
        .outerjoin(Assignment, Assignment.id == ATTEMPT_OF_CLASS)
        .outerjoin(Class, Class.id == Assignment.class_id)
        .outerjoin(_teacher, and_(_teacher.id == Class.owner_id, _teaches(_teacher)))
        .outerjoin(_quiz_owner, and_(_quiz_owner.id == Quiz.owner_id, _teaches(_quiz_owner)))
        .outerjoin(_bank_owner, and_(_bank_owner.id == Bank.owner_id, _teaches(_bank_owner)))
    )


def may_decide(person_id: int) -> ColumnElement[bool]:
    """The condition, over `disputes`, under which a teacher decides.

    The teacher of the class the quiz was set to; else the owner of the quiz; else whoever may edit the question's
    bank; and where none of them has an account any more, or the bank is the installation's, its admins.
    """
    responsible = func.coalesce(_teacher.id, _quiz_owner.id)
    admin = select(Person.id).where(Person.id == person_id, Person.is_admin).exists()
    of_nobody = or_(may_edit_bank(person_id), and_(_bank_owner.id.is_(None), admin))
    return or_(responsible == person_id, and_(responsible.is_(None), of_nobody))


def _teaches(person: type[Person]) -> ColumnElement[bool]:
    return and_(person.is_teacher, person.disabled_at.is_(None))
