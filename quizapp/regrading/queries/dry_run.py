"""What a regrade would do, for a teacher to look at before it is done."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.attempts.queries.given_text import given_text
from quizapp.core.kinds import Content, response_from
from quizapp.regrading.plan import Change, Order, Plan, plan_of
from quizapp.regrading.queries.orders import check_order
from quizapp.regrading.queries.whose import AlikeAnswers, ChangedAnswer, whose_answers

PAGE_SIZE = 100
MOST_ALIKE = 20
MOST_PARTS = 100


@dataclass(frozen=True, slots=True)
class StuckAnswers:
    """An answer that names what the other version no longer has, and how many gave it."""

    text: str
    count: int


@dataclass(frozen=True, slots=True)
class DryRun:
    """What a regrade would do; a page of its changes, those who would lose first, and what most of them answered.

    moving: questions of open attempts that go on with the other version; waiting: those that do not.
    """

    order: Order
    judged: int
    changed: int
    rising: int
    falling: int
    stuck: tuple[StuckAnswers, ...]
    stuck_count: int
    moving: int
    waiting: int
    fingerprint: str
    does_nothing: bool
    alike: tuple[AlikeAnswers, ...]
    rows: tuple[ChangedAnswer, ...]
    page: int
    pages: int


def dry_run(order: Order, *, page: int = 1) -> DryRun:
    """Return what a regrade would do now; raises what checking an order does."""
    check_order(order)
    plan = plan_of(order)
    pages = max(1, -(-len(plan.changes) // PAGE_SIZE))
    page = min(max(1, page), pages)
    return DryRun(
        order=order,
        judged=plan.judged,
        changed=len(plan.changes),
        rising=sum(one.gain > 0 for one in plan.changes),
        falling=sum(one.gain < 0 for one in plan.changes),
        stuck=_stuck(plan.stuck, plan.judge.old),
        stuck_count=plan.stuck.total(),
        moving=len(plan.moving),
        waiting=plan.waiting,
        fingerprint=plan.fingerprint,
        does_nothing=plan.does_nothing,
        alike=_alike(plan),
        rows=_rows(plan, plan.changes[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]),
        page=page,
        pages=pages,
    )


def _rows(plan: Plan, changes: Sequence[Change]) -> tuple[ChangedAnswer, ...]:
    known = whose_answers([one.answer_id for one in changes], plan.order.by_id)
    return tuple(
        ChangedAnswer(
            known[one.answer_id],
            one.before.points,
            one.before.verdict,
            one.points,
            one.verdict,
            one.before.out_of,
        )
        for one in changes
    )


def _alike(plan: Plan) -> tuple[AlikeAnswers, ...]:
    """What the changed answers say, those first that most gave."""
    counted = Counter((one.before, one.points, one.verdict) for one in plan.changes)
    return tuple(
        AlikeAnswers(
            in_words(before.response, plan.judge.old),
            before.points,
            before.verdict,
            points,
            verdict,
            before.out_of,
            count,
        )
        for (before, points, verdict), count in counted.most_common(MOST_ALIKE)
    )


def in_words(response: str | None, content: Content) -> str:
    """Return a stored response as a person reads it, its parts in the content's order."""
    given = None if response is None else response_from(content.kind, json.loads(response))
    return given_text(content, range(MOST_PARTS), given)


def _stuck(stuck: Counter[str], content: Content) -> tuple[StuckAnswers, ...]:
    """The commonest of them, in the words of the version answered."""
    return tuple(StuckAnswers(in_words(response, content), count) for response, count in stuck.most_common(MOST_ALIKE))
