"""The log: who judged which answers anew, when, why, and what it changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, Text, cast, func, or_, select
from sqlalchemy.orm import aliased

from quizapp.accounts.models import Person
from quizapp.attempts.models import Answer, AttemptItem
from quizapp.banks.models import Bank, Question, QuestionVersion
from quizapp.banks.rules import may_read_bank
from quizapp.core.kinds import content_from
from quizapp.regrading.errors import NoSuchRegrade
from quizapp.regrading.models import Regrade, Remark
from quizapp.regrading.plan import joined
from quizapp.regrading.queries.dry_run import MOST_ALIKE, in_words
from quizapp.regrading.queries.whose import AlikeAnswers, ChangedAnswer, whose_answers
from quizapp.regrading.rules import ALL, answers_for, is_admin
from quizapp.storage.database import db

PAGE_SIZE = 25
ANSWERS_A_PAGE = 100
AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Logged:
    """One regrade as it was done; to_number is None where points were given to all."""

    id: int
    question_id: int
    bank_id: int
    bank_title: str
    stem: str
    from_number: int
    to_number: int | None
    policy: str
    scope: str
    reason: str
    by: str
    at: datetime
    judged: int
    unmapped: int
    moved: int
    changed: int
    rising: int
    falling: int


@dataclass(frozen=True, slots=True)
class LogPage:
    """A page of regrades, the newest first."""

    rows: tuple[Logged, ...]
    total: int
    page: int
    pages: int


def regrade_logged(regrade_id: int, person_id: int) -> Logged:
    """Return a regrade; NoSuchRegrade for one that a teacher may not know of.

    Of a bank that she may read she may know her own and those of all answers, of her own bank every one.
    """
    row = db.session.execute(_logged(person_id).where(Regrade.id == regrade_id)).one_or_none()
    if row is None:
        raise NoSuchRegrade
    return Logged(**row._mapping)


def regrades_of_question(question_id: int, person_id: int, *, page: int = 1) -> LogPage:
    """Return what was judged anew of a question, a page at a time."""
    return _page(Regrade.question_id == question_id, person_id, page)


def regrades_of_bank(bank_id: int, person_id: int, *, page: int = 1) -> LogPage:
    """Return what was judged anew of a bank's questions, a page at a time."""
    return _page(Bank.id == bank_id, person_id, page)


def changed_answers(
    regrade_id: int, person_id: int, *, page: int = 1, size: int = ANSWERS_A_PAGE
) -> tuple[ChangedAnswer, ...]:
    """Return whose marks a regrade changed, and how, as far as a teacher may look; those who lost come first."""
    query = (
        select(Remark, Answer.out_of)
        .join(Answer, Answer.id == Remark.answer_id)
        .where(*_may_look_at(regrade_id, person_id))
        .order_by(Remark.points_after - Remark.points_before, Remark.answer_id)
        .limit(size)
        .offset((page - 1) * size)
    )
    rows = db.session.execute(query).all()
    known: dict[int, Any] = {}
    for start in range(0, len(rows), AT_ONCE):
        known |= whose_answers([row.Remark.answer_id for row in rows[start : start + AT_ONCE]], person_id)
    return tuple(_changed(row, known) for row in rows)


def changed_count(regrade_id: int, person_id: int) -> int:
    """Return how many of the marks that a regrade changed a teacher may look at."""
    return db.session.scalar(select(func.count(Remark.id)).where(*_may_look_at(regrade_id, person_id))) or 0


def alike_answers(regrade_id: int, person_id: int) -> tuple[AlikeAnswers, ...]:
    """Return what the answers said whose marks a regrade changed, as far as a teacher may look; the commonest first."""
    marks = (Remark.points_before, Remark.verdict_before, Remark.points_after, Remark.verdict_after, Answer.out_of)
    response, count = cast(Answer.response, Text), func.count()
    query = (
        select(response, *marks, count)
        .join(Answer, Answer.id == Remark.answer_id)
        .where(*_may_look_at(regrade_id, person_id))
        .group_by(response, *marks)
        .order_by(count.desc(), response)
        .limit(MOST_ALIKE)
    )
    version = select(QuestionVersion).join(Regrade, Regrade.from_version_id == QuestionVersion.id)
    answered = db.session.scalars(version.where(Regrade.id == regrade_id)).one()
    content = content_from(answered.kind, answered.content)
    rows: Sequence[Any] = db.session.execute(query).all()
    return tuple(AlikeAnswers(in_words(given, content), *rest) for given, *rest in rows)


def _may_look_at(regrade_id: int, person_id: int) -> tuple[ColumnElement[bool], ...]:
    """All changes, where she did it or it is her bank; whoever may only read the bank sees those she answers for."""
    of_regrade = Remark.regrade_id == regrade_id
    known = select(Regrade.from_version_id, _is_hers(person_id)).join(Question, Question.id == Regrade.question_id)
    known = known.join(Bank, Bank.id == Question.bank_id).where(Regrade.id == regrade_id)
    version_id, is_hers = db.session.execute(known).one()
    if is_hers:
        return (of_regrade,)
    own = joined(select(Answer.id)).join(Answer, Answer.item_id == AttemptItem.id)
    own = own.where(AttemptItem.version_id == version_id, answers_for(person_id))
    return of_regrade, Remark.answer_id.in_(own)


def _is_hers(person_id: int) -> ColumnElement[bool]:
    return or_(Regrade.by_id == person_id, Bank.owner_id == person_id, is_admin(person_id))


def _changed(row: Any, known: dict[int, Any]) -> ChangedAnswer:
    remark = row.Remark
    before, after = (remark.points_before, remark.verdict_before), (remark.points_after, remark.verdict_after)
    return ChangedAnswer(known[remark.answer_id], *before, *after, row.out_of)


def _page(which: ColumnElement[bool], person_id: int, page: int) -> LogPage:
    query = _logged(person_id).where(which)
    total = db.session.scalar(select(func.count()).select_from(query.subquery())) or 0
    pages = max(1, -(-total // PAGE_SIZE))
    page = min(max(1, page), pages)
    shown = query.order_by(Regrade.id.desc()).limit(PAGE_SIZE).offset((page - 1) * PAGE_SIZE)
    return LogPage(_rows(db.session.execute(shown).all()), total, page, pages)


def _rows(rows: Sequence[Any]) -> tuple[Logged, ...]:
    return tuple(Logged(**row._mapping) for row in rows)


def _logged(person_id: int) -> Select[*tuple[Any, ...]]:
    old, new = aliased(QuestionVersion), aliased(QuestionVersion)
    gain = Remark.points_after - Remark.points_before

    def count(*which: ColumnElement[bool]) -> ColumnElement[int]:
        return select(func.count()).where(Remark.regrade_id == Regrade.id, *which).scalar_subquery()

    may_know = or_(_is_hers(person_id), Regrade.scope == ALL)
    return (
        select(
            Regrade.id,
            Regrade.question_id,
            Bank.id.label("bank_id"),
            Bank.title.label("bank_title"),
            old.stem,
            old.number.label("from_number"),
            new.number.label("to_number"),
            Regrade.policy,
            Regrade.scope,
            Regrade.reason,
            Person.display_name.label("by"),
            Regrade.at,
            Regrade.judged,
            Regrade.unmapped,
            Regrade.moved,
            count().label("changed"),
            count(gain > 0).label("rising"),
            count(gain < 0).label("falling"),
        )
        .join(Question, Question.id == Regrade.question_id)
        .join(Bank, Bank.id == Question.bank_id)
        .join(Person, Person.id == Regrade.by_id)
        .join(old, old.id == Regrade.from_version_id)
        .outerjoin(new, new.id == Regrade.to_version_id)
        .where(may_read_bank(person_id), may_know)
    )
