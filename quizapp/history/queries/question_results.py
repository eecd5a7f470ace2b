"""One question across its versions and the quizzes that ask it, as far as a teacher answers for the attempts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import CTE, Select, case, func, or_, select

from quizapp.attempts.models import Answer, Attempt, AttemptItem
from quizapp.attempts.rules import QUIZ
from quizapp.banks.models import QuestionVersion
from quizapp.core.statistics.calibration import Said
from quizapp.history.queries.counted import as_points, marks
from quizapp.history.queries.items import ItemRow, item_rows
from quizapp.history.queries.seen import seen_attempts
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
    own = select(every).where(every.c.version_id.in_(versions)).subquery("own_marks")
    return {row.version_number: row for row in item_rows(own, by_third=True)}


def sure_of(question_id: int, teacher_id: int, *, within: Within = EVER) -> dict[int, Said]:
    """Return how many were sure of each version of a question, and right, by its number, over the same answers."""
    versions = select(QuestionVersion.id).where(QuestionVersion.question_id == question_id)
    met = _first_met(versions, teacher_id, within)
    query = (
        select(QuestionVersion.number, func.count(), func.sum(case((Answer.verdict == "right", 1), else_=0)))
        .select_from(met)
        .join(AttemptItem, AttemptItem.attempt_id == met.c.id)
        .join(Answer, Answer.item_id == AttemptItem.id)
        .join(QuestionVersion, QuestionVersion.id == AttemptItem.version_id)
        .where(QuestionVersion.question_id == question_id, Answer.sure.is_(True), Answer.verdict != "unanswered")
        .group_by(QuestionVersion.number)
    )
    return {number: Said(True, n, right) for number, n, right in db.session.execute(query)}


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


def _first_met(versions: Select[int], teacher_id: int, within: Within) -> CTE:
    """Select the attempts in which each learner first met each of these versions, with their totals."""
    place = func.row_number().over(partition_by=(Attempt.learner_id, AttemptItem.version_id), order_by=(Attempt.id,))
    seen = seen_attempts(teacher_id, within=within)
    met = (
        select(Attempt.id, Attempt.learner_id, place.label("place"))
        .select_from(seen)
        .join(Attempt, Attempt.id == seen.c.id)
        .join(AttemptItem, AttemptItem.attempt_id == Attempt.id)
        .where(AttemptItem.version_id.in_(versions), Attempt.mode == QUIZ)
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
