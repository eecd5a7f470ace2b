"""Whose answers to questions with options look like guessing, over what was set to a class."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import CTE, Float, Select, case, cast, func, select

from quizapp.attempts.models import Answer, Attempt, AttemptItem
from quizapp.banks.models import QuestionVersion
from quizapp.core.statistics.guessing import ClosedAnswers, seems_guessed
from quizapp.history.queries.counted import FINISHED
from quizapp.storage.database import db
from quizapp.teaching.models import Assignment, Enrolment

CLOSED = ("choice", "true_false")


@dataclass(frozen=True, slots=True)
class Guessed:
    """A learner whose answers cannot be told from guessing: how many there are, were right, and would be by chance."""

    person_id: int
    answers: int
    right: int
    by_chance: int


def guessed_in(class_id: int, person_id: int | None = None) -> dict[int, Guessed]:
    """Return those of a class whose first attempts look like guessing, by person; or only one of them."""
    return {
        learner: Guessed(learner, answers.n, answers.right, round(answers.p))
        for learner, answers in closed_answers(class_id, person_id).items()
        if seems_guessed(answers)
    }


def closed_answers(class_id: int, person_id: int | None = None) -> dict[int, ClosedAnswers]:
    """Return the sums over each learner's answers to questions with options that others met too.

    Whoever has left the class is one of the others still, and is named no more.
    """
    beside = _with_others(_closed(class_id))
    members = select(Enrolment.person_id).where(Enrolment.class_id == class_id, Enrolment.removed_at.is_(None))
    query = _summed(beside).where(beside.c.learner_id.in_(members))
    rows = db.session.execute(query if person_id is None else query.where(beside.c.learner_id == person_id))
    return {
        learner: ClosedAnswers(n, int(right), *(float(value) for value in sums)) for learner, n, right, *sums in rows
    }


def _closed(class_id: int) -> CTE:
    """Select every answer to a question with options in first attempts: right or not, and what chance it had."""
    turn = func.row_number().over(partition_by=(Attempt.assignment_id, Attempt.learner_id), order_by=Attempt.id)
    first = (
        select(Attempt.id, Attempt.learner_id, turn.label("turn"))
        .join(Assignment, Assignment.id == Attempt.assignment_id)
        .where(Assignment.class_id == class_id, Attempt.state.in_(FINISHED))
        .subquery()
    )
    options = func.json_array_length(QuestionVersion.content["options"])
    chance = case((QuestionVersion.kind == "true_false", 0.5), else_=1.0 / cast(options, Float))
    return (
        select(
            first.c.learner_id,
            AttemptItem.version_id,
            case((Answer.verdict == "right", 1.0), else_=0.0).label("x"),
            chance.label("p"),
        )
        .join(AttemptItem, AttemptItem.attempt_id == first.c.id)
        .join(Answer, Answer.item_id == AttemptItem.id)
        .join(QuestionVersion, QuestionVersion.id == AttemptItem.version_id)
        .where(first.c.turn == 1, QuestionVersion.kind.in_(CLOSED), Answer.response.is_not(None))
        .cte("closed")
    )


def _with_others(closed: CTE) -> CTE:
    """Add what share of the others had the same question right; a question nobody else met says nothing."""
    met = func.count().over(partition_by=closed.c.version_id)
    right = func.sum(closed.c.x).over(partition_by=closed.c.version_id)
    beside = select(closed, met.label("met"), right.label("right")).subquery()
    others = (beside.c.right - beside.c.x) / (beside.c.met - 1.0)
    query = select(beside.c.learner_id, beside.c.x, beside.c.p, others.label("f")).where(beside.c.met > 1)
    return query.cte("beside")


def _summed(beside: CTE) -> Select[*tuple[Any, ...]]:
    x, p, f = beside.c.x, beside.c.p, beside.c.f
    luck = p * (1 - p)
    sums = (x, p, f, x * f, p * f, luck, luck * f, luck * f * f)
    return select(beside.c.learner_id, func.count(), *(func.sum(one) for one in sums)).group_by(beside.c.learner_id)
