"""Judging answers anew: in one transaction, exactly what the dry run showed, and told to those it concerns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from datetime import datetime
from decimal import Decimal
from itertools import islice
from random import Random
from typing import TypeVar

from sqlalchemy import insert, literal, select, update

from quizapp.accounts.models import Person
from quizapp.attempts.models import Answer, Attempt, AttemptItem
from quizapp.attempts.operations.reviews import reviews_of_question
from quizapp.banks.models import Question, QuestionVersion
from quizapp.core.grading import grade
from quizapp.core.kinds import carried_order, draw_order, response_data
from quizapp.practice.operations import rebuild_some
from quizapp.regrading.errors import ChangedMeanwhile, NothingToChange
from quizapp.regrading.models import Regrade, Remark
from quizapp.regrading.plan import Change, Order, Plan, StillAsked, plan_of
from quizapp.regrading.queries.orders import check_order
from quizapp.regrading.rules import clean_reason
from quizapp.storage.base import Points, UTCDateTime
from quizapp.storage.database import db

AT_ONCE = 500
T = TypeVar("T")


def regrade(order: Order, *, reason: str, fingerprint: str, now: datetime) -> int:
    """Judge answers anew as the dry run with this fingerprint showed, and return the regrade's id.

    Raises NotPermitted, RefusedReason, NothingToChange where every mark is already what it would become, and
    ChangedMeanwhile where something else would be done than was shown; then nothing was.
    """
    check_order(order)
    told = clean_reason(reason)
    _wait_for_answers(order.question_id)
    plan = plan_of(order)
    if plan.does_nothing:
        raise NothingToChange
    if plan.fingerprint != fingerprint:
        raise ChangedMeanwhile
    kept = _logged(plan, told, now)
    _mark(kept, plan.changes, now)
    _go_on(plan)
    _remember(order.question_id, plan.changes)
    return kept


def _wait_for_answers(question_id: int) -> None:
    """Let whatever is being saved come first: one regrade of a question at a time, then every attempt that asks it.

    The order is that of finishing and taking over. SQLite's transaction is all of these locks already.
    """
    if db.engine.dialect.name == "sqlite":
        return
    db.session.execute(select(Question.id).where(Question.id == question_id).with_for_update())
    versions = select(QuestionVersion.id).where(QuestionVersion.question_id == question_id)
    asking = select(AttemptItem.attempt_id).where(AttemptItem.version_id.in_(versions))
    db.session.execute(select(Attempt.id).where(Attempt.id.in_(asking)).order_by(Attempt.id).with_for_update())


def _logged(plan: Plan, reason: str, now: datetime) -> int:
    counts = {"judged": plan.judged, "unmapped": plan.stuck.total(), "moved": len(plan.moving)}
    row = Regrade(**asdict(plan.order), **counts, reason=reason, at=now)
    db.session.add(row)
    db.session.flush()
    return row.id


def _mark(regrade_id: int, changes: Sequence[Change], now: datetime) -> None:
    """Keep every mark as it was and write the new one, all that become alike in as few statements as there can be."""
    alike: dict[tuple[Decimal, str, bool], list[int]] = {}
    for one in changes:
        alike.setdefault((one.points, one.verdict, one.is_held_back), []).append(one.answer_id)
    for (points, verdict, is_held_back), answer_ids in alike.items():
        for some in _batches(answer_ids):
            # To whoever was shown no mark yet there is nothing to tell.
            _remark(regrade_id, some, points, verdict, seen_at=now if is_held_back else None)
            changed = update(Answer).where(Answer.id.in_(some)).values(points=points, verdict=verdict)
            db.session.execute(changed, execution_options={"synchronize_session": False})


def _remark(
    regrade_id: int, answer_ids: Sequence[int], points: Decimal, verdict: str, *, seen_at: datetime | None
) -> None:
    after = literal(points, Points()), literal(verdict), literal(seen_at, UTCDateTime())
    kept = select(literal(regrade_id), Answer.id, Answer.points, Answer.verdict, *after)
    columns = (
        *(Remark.regrade_id, Remark.answer_id, Remark.points_before, Remark.verdict_before),
        *(Remark.points_after, Remark.verdict_after, Remark.seen_at),
    )
    db.session.execute(insert(Remark).from_select(columns, kept.where(Answer.id.in_(answer_ids))))


def _go_on(plan: Plan) -> None:
    """Let open attempts ask the other version; what they saved is judged by it when they are handed in."""
    for one in plan.moving:
        order = _order_of(plan, one)
        values = {"version_id": plan.order.to_version_id, "option_order": order}
        db.session.execute(update(AttemptItem).where(AttemptItem.id == one.item_id).values(values))
        if one.before is not None:
            _answer_anew(plan, one)


def _order_of(plan: Plan, one: StillAsked) -> list[int]:
    content = plan.judge.new
    assert content is not None  # noqa: S101 - only what has another version to go on with is moving
    dice = Random(f"{one.seed}:{plan.order.to_version_id}")  # noqa: S311 - drawn as starting an attempt draws it
    return carried_order(plan.judge.old, content, one.order, lambda: draw_order(content, dice))


def _answer_anew(plan: Plan, one: StillAsked) -> None:
    content = plan.judge.new
    assert content is not None and one.before is not None  # noqa: S101, PT018 - see above
    response = plan.judge.carry(one.before.response)
    assert response is not None  # noqa: S101 - else it would not be moving
    mark = grade(content, response)
    values = {
        "response": response_data(response),
        "points": mark.earned(one.before.out_of),
        "verdict": mark.verdict,
    }
    db.session.execute(update(Answer).where(Answer.id == one.answer_id).values(values))


def _remember(question_id: int, changes: Iterable[Change]) -> None:
    """Practice counts right or not: where that changed, it learns the question anew from the answers as they stand.

    Nothing is remembered for somebody who was erased.
    """
    turned = {one.learner_id for one in changes if (one.before.verdict == "right") != (one.verdict == "right")}
    for some in _batches(sorted(turned)):
        here = select(Person.id).where(Person.id.in_(some), Person.erased_at.is_(None))
        rebuild_some(reviews_of_question(question_id, db.session.scalars(here)))


def _batches(rows: Iterable[T]) -> Iterator[list[T]]:
    left = iter(rows)
    while some := list(islice(left, AT_ONCE)):
        yield some
