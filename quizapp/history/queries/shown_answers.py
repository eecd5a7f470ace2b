"""A learner's answers on facts, as far as they may be shown.

An answer may be shown once it is final. And while an attempt is open, a fact that one of its questions still asks for
the first time is held back: its statement would tell that question's key.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, and_, bindparam, or_, select
from sqlalchemy.orm import aliased

from quizapp.attempts.models import Answer, Attempt, AttemptItem
from quizapp.attempts.rules import AFTER_EACH, SUBMITTED
from quizapp.banks.models import Question, QuestionVersion
from quizapp.documents.models import Fact

IS_FINAL = and_(Answer.id.is_not(None), or_(Attempt.state == SUBMITTED, Attempt.feedback == AFTER_EACH))


def _asked(*columns: Any) -> Select[*tuple[Any, ...]]:
    """Select from every question the learner was asked, with its answer if there is one."""
    return (
        select(*columns)
        .select_from(AttemptItem)
        .join(Attempt, Attempt.id == AttemptItem.attempt_id)
        .join(QuestionVersion, QuestionVersion.id == AttemptItem.version_id)
        .outerjoin(Answer, Answer.item_id == AttemptItem.id)
        .where(Attempt.learner_id == bindparam("learner"))
    )


_waiting = aliased(Question)
_known = _asked(QuestionVersion.question_id).where(IS_FINAL)
_held_back = (
    _asked(_waiting.fact_id)
    .join(_waiting, _waiting.id == QuestionVersion.question_id)
    .where(_waiting.fact_id.is_not(None), _waiting.id.not_in(_known))
)

# The oldest first; a question that was left out was not answered.
ON_FACTS = (
    _asked(Fact.id, Fact.statement, Answer.verdict, Attempt.id, AttemptItem.position)
    .join(Question, Question.id == QuestionVersion.question_id)
    .join(Fact, Fact.id == Question.fact_id)
    .where(IS_FINAL, Answer.verdict != "unanswered", Fact.id.not_in(_held_back))
    .order_by(Answer.answered_at, Answer.id)
)

# Questions that ask no fact, where nothing waits that asks the same value.
_sibling = aliased(Question)
_waits = (
    _asked(_sibling.id)
    .join(_sibling, _sibling.id == QuestionVersion.question_id)
    .where(_sibling.bank_id == Question.bank_id, _sibling.slot == Question.slot, _sibling.id.not_in(_known))
    .correlate(Question)
)
ON_QUESTIONS = (
    _asked(
        *(Question.id, QuestionVersion.id, QuestionVersion.stem, QuestionVersion.kind, QuestionVersion.content),
        *(Answer.verdict, Attempt.id, AttemptItem.position),
    )
    .join(Question, Question.id == QuestionVersion.question_id)
    .where(Question.fact_id.is_(None), IS_FINAL, Answer.verdict != "unanswered", ~_waits.exists())
    .order_by(Answer.answered_at, Answer.id)
)
