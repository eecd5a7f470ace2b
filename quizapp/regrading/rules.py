"""Whose answers a teacher may judge anew, and how."""

from __future__ import annotations

from sqlalchemy import ColumnElement, and_, func, or_, select, true
from sqlalchemy.orm import InstrumentedAttribute, aliased

from quizapp.accounts.models import Person
from quizapp.attempts.models import Answer, Attempt
from quizapp.attempts.rules import AFTER_EACH, HANDED_IN, OPEN, SUBMITTED
from quizapp.quizzes.models import Quiz
from quizapp.regrading.errors import RefusedReason
from quizapp.teaching.models import Class

REPLACE, NEVER_LOWER, GIVE_ALL = "replace", "never_lower", "give_all"
ALL, OWN = "all", "own"
POLICIES = {ALL: (NEVER_LOWER, REPLACE, GIVE_ALL), OWN: (NEVER_LOWER, GIVE_ALL)}
LONGEST_REASON = 500

PRACTISED = aliased(Attempt, name="practised")
SET_AS = func.coalesce(Attempt.assignment_id, PRACTISED.assignment_id)


def answers_for(person_id: int | InstrumentedAttribute[int]) -> ColumnElement[bool]:
    """The condition on an attempt, joined to its quiz and class, that a teacher answers for it.

    What was set to a class is its teacher's; what was taken without being set, the quiz's owner's; what is practised
    from the mistakes of an attempt belongs where that attempt does, and practice of what is due to nobody.
    """
    return or_(Class.owner_id == person_id, and_(SET_AS.is_(None), Quiz.owner_id == person_id))


def is_admin(person_id: int) -> ColumnElement[bool]:
    """The condition that a person is an admin."""
    return select(Person.id).where(Person.id == person_id, Person.is_admin).exists()


def in_scope(scope: str, person_id: int) -> ColumnElement[bool]:
    """The condition on an attempt, joined to its quiz and class, that its answers are judged."""
    return true() if scope == ALL else answers_for(person_id)


def is_final() -> ColumnElement[bool]:
    """The condition on an answer that it cannot be changed by its learner any more, whether shown yet or not."""
    return or_(Attempt.state.in_((SUBMITTED, HANDED_IN)), Attempt.feedback == AFTER_EACH)


def is_still_asked() -> ColumnElement[bool]:
    """The condition on a question of an attempt that its answer is still to be given, or can be changed."""
    return and_(Attempt.state == OPEN, or_(Answer.id.is_(None), Attempt.feedback != AFTER_EACH))


def clean_reason(text: str) -> str:
    """Return a reason as it is kept and told; RefusedReason where there is none, or too much of it."""
    reason = " ".join(text.split())
    if not reason:
        raise RefusedReason("Say why, in a sentence: the learners whose score changes read it.")
    if len(reason) > LONGEST_REASON:
        raise RefusedReason(f"Use at most {LONGEST_REASON} characters; there are {len(reason)}.")
    if "\x00" in reason:
        raise RefusedReason("A sign in this text cannot be kept. Type the text anew.")
    return reason
