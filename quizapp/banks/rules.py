"""Which questions may be asked."""

from __future__ import annotations

from sqlalchemy import ColumnElement, and_

from quizapp.banks.models import Question, QuestionVersion

DRAFT, ACCEPTED, RETIRED = "draft", "accepted", "retired"


def may_be_asked() -> ColumnElement[bool]:
    """The condition under which practice asks a question."""
    return Question.state == ACCEPTED


def is_newest() -> ColumnElement[bool]:
    """The condition that joins a question to what it says now."""
    return and_(QuestionVersion.question_id == Question.id, QuestionVersion.number == Question.version_number)
