"""What a row of the access table says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Who(Enum):
    """Who may come in."""

    EVERYONE = "everyone"
    LEARNERS = "guests and people with an account"
    GUESTS = "guests"
    ACCOUNTS = "people with an account"
    TEACHERS = "teachers"
    ADMINS = "admins"


class Of(Enum):
    """What a route's address names, so that its refusals can be tried with somebody else's."""

    NOTHING = "nothing of anybody's"
    ATTEMPT = "the learner's own attempt"
    OWN_DISPUTE = "what the learner said was wrong"
    QUIZ = "a quiz that is offered"
    TAKEN_QUIZ = "a quiz that the learner has taken"
    DOCUMENT = "a document that may be read"
    LINK = "the secret of a link"
    QUIZ_LINK = "the secret of a quiz's link"
    BANK = "a bank the teacher may edit"
    READ_BANK = "a bank the teacher may read"
    QUESTION = "a question of a bank the teacher may edit"
    TEACHERS_DOCUMENT = "a document the teacher may change"
    READ_DOCUMENT = "a document the teacher may read"
    FACT = "a fact of a bank the teacher may edit"
    JOB = "long work of the teacher's own"
    OWN_QUIZ = "a quiz of the teacher's own"
    CLASS = "a class of the teacher's own"
    ASSIGNMENT = "something set to a class of the teacher's own"
    MEMBER = "a learner of a class of the teacher's own"
    MEMBERS_ATTEMPT = "an attempt of such a learner at what was set to the class"
    DISPUTE = "a dispute the teacher may decide"
    REGRADE = "a regrade of answers to a question of a bank that the teacher may read"
    PERSON = "anybody with an account"
    INVITATION = "an invitation that nobody has used"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table."""

    endpoint: str
    method: str
    who: Who
    of: Of = Of.NOTHING
