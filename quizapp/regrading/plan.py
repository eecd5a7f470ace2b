"""All that a regrade would do: read once, and the same for the dry run and the run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from hashlib import sha256
from typing import Any

from sqlalchemy import Select, Text, cast, func, select
from sqlalchemy.orm import aliased

from quizapp.attempts.models import Answer, Attempt, AttemptItem
from quizapp.attempts.rules import HANDED_IN
from quizapp.banks.models import Question, QuestionVersion
from quizapp.banks.queries import contents
from quizapp.banks.rules import is_newest
from quizapp.core.kinds import Content
from quizapp.quizzes.models import Edition, Quiz
from quizapp.regrading.judging import Judge, Stood, judge_of
from quizapp.regrading.rules import PRACTISED, SET_AS, in_scope, is_final, is_still_asked
from quizapp.storage.database import db
from quizapp.teaching.models import Assignment, Class


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for: judge the answers to one version by another (None: by none), as far as the scope goes."""

    question_id: int
    from_version_id: int
    to_version_id: int | None
    policy: str
    scope: str
    by_id: int


@dataclass(frozen=True, slots=True)
class Change:
    """One answer whose mark changes."""

    answer_id: int
    learner_id: int
    before: Stood
    points: Decimal
    verdict: str
    is_held_back: bool  # its learner has not been shown any mark yet

    @property
    def gain(self) -> Decimal:
        """By how much the points change; negative where they fall."""
        return self.points - self.before.points


@dataclass(frozen=True, slots=True)
class StillAsked:
    """A question of an open attempt that goes on with the other version; the answer saved so far may change."""

    item_id: int
    order: list[int]
    seed: str
    answer_id: int | None
    before: Stood | None


@dataclass(frozen=True)
class Plan:
    """What a regrade does. `stuck` counts responses that name what the other version no longer has.

    `waiting` counts questions of open attempts that stay with the version they were asked in.
    """

    order: Order
    judge: Judge
    judged: int
    changes: tuple[Change, ...]
    stuck: Counter[str]
    moving: tuple[StillAsked, ...]
    waiting: int

    @property
    def does_nothing(self) -> bool:
        """Whether every mark is already what it would become, and nothing moves."""
        return not self.changes and not self.moving

    @cached_property
    def fingerprint(self) -> str:
        """What tells this plan from any other: whose marks change, and how."""
        asked = self.order
        parts = [f"{asked.from_version_id} {asked.to_version_id} {asked.policy} {asked.scope}"]
        parts += [f"{one.answer_id} {one.before.points} {one.points} {one.verdict}" for one in self.changes]
        return sha256("\n".join([*parts, *sorted(self.stuck.elements())]).encode()).hexdigest()[:32]


def plan_of(order: Order) -> Plan:
    """Work out what a regrade would do now: those who would lose come first, then those who gain."""
    known = contents({order.from_version_id, order.to_version_id or order.from_version_id})
    judge = judge_of(known[order.from_version_id], _new(order, known), order.policy)
    changes, stuck, judged = [], Counter[str](), 0
    for row in _final_answers(order):
        judged += 1
        after = judge.judge(row.before)
        if not after.is_carried:
            stuck[row.before.response or ""] += 1
        elif (after.points, after.verdict) != (row.before.points, row.before.verdict):
            changes.append(Change(row.answer_id, row.learner_id, row.before, after.points, after.verdict, row.held))
    moving, waiting = _open_items(order, judge)
    changes.sort(key=lambda one: (one.gain, one.answer_id))
    return Plan(order, judge, judged, tuple(changes), stuck, moving, waiting)


def _new(order: Order, known: dict[int, Content]) -> Content | None:
    return None if order.to_version_id is None else known[order.to_version_id]


def joined(query: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    """Join a query on attempts' questions to all that says whose they are.

    What is practised from the mistakes of an attempt belongs where that attempt does.
    """
    return (
        query.select_from(AttemptItem)
        .join(Attempt, Attempt.id == AttemptItem.attempt_id)
        .outerjoin(PRACTISED, PRACTISED.id == Attempt.practises_id)
        .outerjoin(Edition, Edition.id == func.coalesce(Attempt.edition_id, PRACTISED.edition_id))
        .outerjoin(Quiz, Quiz.id == Edition.quiz_id)
        .outerjoin(Assignment, Assignment.id == SET_AS)
        .outerjoin(Class, Class.id == Assignment.class_id)
    )


@dataclass(frozen=True, slots=True)
class _Row:
    answer_id: int
    learner_id: int
    before: Stood
    held: bool


RESPONSE: Any = cast(Answer.response, Text)
STOOD = (RESPONSE, Answer.points, Answer.out_of, Answer.verdict)


def _final_answers(order: Order) -> Iterator[_Row]:
    """Equal answers share one object: fifty thousand of them are few different ones."""
    query = (
        joined(select(Answer.id, Attempt.learner_id, Attempt.state, *STOOD))
        .join(Answer, Answer.item_id == AttemptItem.id)
        .where(AttemptItem.version_id == order.from_version_id, is_final(), in_scope(order.scope, order.by_id))
        .order_by(Answer.id)
    )
    same: dict[Any, Stood] = {}
    for answer_id, learner_id, state, *stood in db.session.execute(query):
        key = tuple(stood)
        yield _Row(answer_id, learner_id, same.setdefault(key, Stood(*key)), state == HANDED_IN)


def _open_items(order: Order, judge: Judge) -> tuple[tuple[StillAsked, ...], int]:
    """What goes on with the other version, and how many questions stay as they are asked.

    Only what the question says now is asked from now on; judging by an older version moves nothing.
    """
    if order.to_version_id == order.from_version_id:
        return (), 0
    query = (
        joined(select(AttemptItem.id, AttemptItem.option_order, Attempt.seed, Answer.id, *STOOD))
        .outerjoin(Answer, Answer.item_id == AttemptItem.id)
        .where(AttemptItem.version_id == order.from_version_id, is_still_asked())
        .where(in_scope(order.scope, order.by_id))
        .order_by(AttemptItem.id)
    )
    if order.to_version_id is None or not _is_newest(order.to_version_id):
        return (), len(db.session.execute(query).all())
    other = aliased(AttemptItem)
    twice = select(other.id).where(other.attempt_id == Attempt.id, other.version_id == order.to_version_id)
    moving, waiting = [], 0
    for item_id, drawn, seed, answer_id, *stood in db.session.execute(query.where(~twice.exists())):
        before = None if answer_id is None else Stood(*stood)
        if before is not None and judge.carry(before.response) is None:
            waiting += 1
        else:
            moving.append(StillAsked(item_id, drawn, seed, answer_id, before))
    return tuple(moving), waiting


def _is_newest(version_id: int) -> bool:
    query = select(Question.id).join(QuestionVersion, is_newest()).where(QuestionVersion.id == version_id)
    return db.session.scalar(query) is not None
