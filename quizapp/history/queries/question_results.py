"""One question across its versions and the quizzes that ask it, as far as a teacher answers for the attempts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import CTE, ColumnElement, Select, func, or_, select

from quizapp.attempts.models import Answer, Attempt, AttemptItem
from quizapp.attempts.rules import QUIZ
from quizapp.banks.models import QuestionVersion
from quizapp.history.queries.counted import FINISHED, as_points, marks
from quizapp.history.queries.items import ItemRow, item_rows
from quizapp.history.queries.within import EVER, Within
from quizapp.quizzes.models import Edition, EditionItem, Quiz
from quizapp.storage.database import db
from quizapp.teaching.models import Assignment, Class

MOST_USES = 30


@dataclass(frozen=True, slots=True)
class AskedIn:
    """A quiz that asks a question, and a class it is set to; assignment_id is None where it is set to none of hers."""

    quiz_id: int
    title: str
    is_own: bool
    version_number: int
    assignment_id: int | None
    class_name: str | None
    opens_at: datetime | None
    time_zone: str | None


def versions_answered(question_id: int, teacher_id: int, *, within: Within = EVER) -> dict[int, ItemRow]:
    """Return how each version of a question did, by its number: each learner's first answer to each version counts."""
    versions = select(QuestionVersion.id).where(QuestionVersion.question_id == question_id)
    every = marks(_first_met(versions, teacher_id, within))
    own = select(every).where(every.c.version_id.in_(versions)).cte("own_marks")
    return {row.version_number: row for row in item_rows(own, by_third=True)}


def asked_in(question_id: int, teacher_id: int) -> tuple[AskedIn, ...]:
    """Return where a question is asked now: in quizzes of the teacher's own, and in what is set to her classes."""
    set_to = (
        select(Assignment.id, Assignment.quiz_id, Assignment.opens_at, Class.name, Class.time_zone)
        .join(Class, Class.id == Assignment.class_id)
        .where(Assignment.withdrawn_at.is_(None), Class.owner_id == teacher_id)
        .subquery()
    )
    query = (
        select(
            Quiz.id,
            Edition.title,
            func.coalesce(Quiz.owner_id == teacher_id, False),
            QuestionVersion.number,
            set_to.c.id,
            set_to.c.name,
            set_to.c.opens_at,
            set_to.c.time_zone,
        )
        .join(Edition, (Edition.quiz_id == Quiz.id) & Edition.is_current)
        .join(EditionItem, EditionItem.edition_id == Edition.id)
        .join(QuestionVersion, QuestionVersion.id == EditionItem.version_id)
        .outerjoin(set_to, set_to.c.quiz_id == Quiz.id)
        .where(QuestionVersion.question_id == question_id, Quiz.archived_at.is_(None))
        .where(or_(Quiz.owner_id == teacher_id, set_to.c.id.is_not(None)))
        .order_by(set_to.c.opens_at.desc(), Edition.title, Quiz.id)
    )
    return tuple(AskedIn(*row) for row in db.session.execute(query.limit(MOST_USES)))


def is_hers(teacher_id: int) -> ColumnElement[bool]:
    """The condition under which a teacher answers for an attempt: set to her class, or at a quiz of her own."""
    return or_(Class.owner_id == teacher_id, Quiz.owner_id == teacher_id)


def _first_met(versions: Select[int], teacher_id: int, within: Within) -> CTE:
    """Select the attempts in which each learner first met each of these versions, with their totals."""
    place = func.row_number().over(partition_by=(Attempt.learner_id, AttemptItem.version_id), order_by=(Attempt.id,))
    met = (
        select(Attempt.id, Attempt.learner_id, place.label("place"))
        .join(AttemptItem, AttemptItem.attempt_id == Attempt.id)
        .outerjoin(Assignment, Assignment.id == Attempt.assignment_id)
        .outerjoin(Class, Class.id == Assignment.class_id)
        .outerjoin(Edition, Edition.id == Attempt.edition_id)
        .outerjoin(Quiz, Quiz.id == Edition.quiz_id)
        .where(AttemptItem.version_id.in_(versions), Attempt.mode == QUIZ, Attempt.state.in_(FINISHED))
        .where(is_hers(teacher_id), *within.holds(Attempt.submitted_at))
        .subquery()
    )
    total, worth = func.sum(as_points(Answer.points)), func.sum(as_points(AttemptItem.points))
    query: Select[*tuple[Any, ...]] = (
        select(met.c.id, total.label("total"), worth.label("worth"))
        .join(AttemptItem, AttemptItem.attempt_id == met.c.id)
        .join(Answer, Answer.item_id == AttemptItem.id)
        .where(met.c.place == 1)
        .group_by(met.c.id)
    )
    return query.cte("met")
