"""Which attempts figures are computed from."""

from __future__ import annotations

from typing import Any, Literal

from sqlalchemy import ColumnElement, Float, Select, cast, func, select, type_coerce
from sqlalchemy import Integer as SqlInteger
from sqlalchemy.sql.selectable import CTE, Subquery

from quizapp.attempts.models import Answer, Attempt, AttemptItem
from quizapp.attempts.rules import HANDED_IN, SUBMITTED
from quizapp.history.queries.within import EVER, Within
from quizapp.quizzes.models import Edition
from quizapp.storage.base import POINT_PARTS

Which = Literal["first", "last", "best", "all"]
FINISHED = (SUBMITTED, HANDED_IN)


def as_points(column: Any) -> ColumnElement[Any]:
    """Return stored points as a number of points in SQL."""
    return cast(type_coerce(column, SqlInteger), Float) / POINT_PARTS


def counted(quiz_id: int, *, which: Which = "first", assignment_id: int | None = None, within: Within = EVER) -> CTE:
    """Select the finished attempts at a quiz that count: the first of each learner, the last, the best, or all."""
    totals = _totals(quiz_id, assignment_id, within).subquery()
    order = {
        "first": totals.c.id.asc(),
        "last": totals.c.id.desc(),
        "best": totals.c.share.desc(),
        "all": totals.c.id.asc(),
    }[which]
    place = func.row_number().over(partition_by=totals.c.learner_id, order_by=(order, totals.c.id))
    ranked = select(totals, place.label("place")).subquery()
    query = select(ranked.c.id, ranked.c.learner_id, ranked.c.total, ranked.c.worth, ranked.c.share)
    return (query if which == "all" else query.where(ranked.c.place == 1)).cte("counted")


def marks(attempts: CTE) -> Subquery:
    """Select every mark of some attempts: the version, its points x, what it is worth, and the rest r.

    No CTE: SQLite would write down all of them whenever the statement speaks of them more than once.
    """
    x = as_points(Answer.points)
    return (
        select(
            AttemptItem.version_id,
            as_points(AttemptItem.points).label("worth"),
            x.label("x"),
            (attempts.c.total - x).label("r"),
            (attempts.c.worth - as_points(AttemptItem.points)).label("r_worth"),
            Answer.response,
        )
        .join(attempts, attempts.c.id == AttemptItem.attempt_id)
        .join(Answer, Answer.item_id == AttemptItem.id)
        .subquery("marks")
    )


def _totals(quiz_id: int, assignment_id: int | None, within: Within) -> Select[*tuple[Any, ...]]:
    points, worth = as_points(func.sum(Answer.points)), as_points(func.sum(AttemptItem.points))
    query: Select[*tuple[Any, ...]] = (
        select(
            Attempt.id,
            Attempt.learner_id,
            points.label("total"),
            worth.label("worth"),
            (points / worth).label("share"),
        )
        .join(Edition, Edition.id == Attempt.edition_id)
        .join(AttemptItem, AttemptItem.attempt_id == Attempt.id)
        .join(Answer, Answer.item_id == AttemptItem.id)
        .where(Edition.quiz_id == quiz_id, Attempt.state.in_(FINISHED), *within.holds(Attempt.submitted_at))
        .group_by(Attempt.id, Attempt.learner_id)
    )
    return query if assignment_id is None else query.where(Attempt.assignment_id == assignment_id)
