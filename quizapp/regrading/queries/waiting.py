"""Answers that wait to be judged by a key that was corrected: for the desk, so bounded and cheap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import CompoundSelect, Select, func, or_, select, union_all
from sqlalchemy.orm import aliased

from quizapp.attempts.models import Answer, Attempt, AttemptItem
from quizapp.banks.models import Bank, Question, QuestionVersion
from quizapp.banks.rules import HIDDEN, is_newest, may_read_bank
from quizapp.core.kinds import Content, content_from, judges_alike
from quizapp.quizzes.models import Edition, Quiz
from quizapp.regrading.judging import Judge, Stood
from quizapp.regrading.plan import STOOD, joined
from quizapp.regrading.queries.since import is_since, last_judged
from quizapp.regrading.rules import NEVER_LOWER, REPLACE, answers_for, is_final
from quizapp.storage.database import db
from quizapp.teaching.models import Assignment, Class

LATELY = timedelta(days=60)
MOST_VERSIONS = 200  # looked at, those of the questions corrected last
MOST_JUDGED = 12  # of them, how many whose answers are looked at
NEWEST = 1000  # answers to each, or attempts where the bank is not hers, that are looked at
_old = aliased(QuestionVersion, name="old")


@dataclass(frozen=True, slots=True)
class WaitingAnswers:
    """A question that was corrected, and how many answers wait to be judged by what it says now."""

    question_id: int
    stem: str
    answers: int
    are_more: bool  # only the newest answers were looked at


@dataclass(frozen=True, slots=True)
class _Outdated:
    """An older version, and what its question says now."""

    version_id: int
    question_id: int
    stem: str
    old: Content
    new: Content
    is_own: bool  # of a bank of hers: all answers are hers to judge, and may lose by it


def waiting_answers(person_id: int, *, now: datetime) -> tuple[WaitingAnswers, ...]:
    """Return the questions corrected lately with answers whose marks the new key would change, the last one first.

    Of her own banks all answers count; of others that she may read, those in quizzes she answers for, practice aside.
    """
    rows = db.session.execute(_versions(person_id, now - LATELY)).all()
    outdated, keys = _read(rows)
    if not outdated:
        return ()
    counted = _counted(outdated, keys, person_id)
    found: dict[int, WaitingAnswers] = {}
    for one in outdated:
        groups = counted.get(one.version_id, [])
        if any(_changes(one, stood) for stood, _ in groups):
            count, before = sum(number for _, number in groups), found.get(one.question_id)
            is_full = count >= NEWEST or bool(before and before.are_more)
            total = count + (before.answers if before else 0)
            found[one.question_id] = WaitingAnswers(one.question_id, one.stem, total, is_full)
    return tuple(found.values())


def _versions(person_id: int, since: datetime) -> Select[*tuple[Any, ...]]:
    is_asked = select(AttemptItem.id).where(AttemptItem.version_id == _old.id).exists()
    return (
        select(Question.id, func.coalesce(Bank.owner_id == person_id, False), is_asked)
        .add_columns(QuestionVersion.id, QuestionVersion.stem, QuestionVersion.kind, QuestionVersion.content)
        .add_columns(_old.id, _old.kind, _old.content)
        .select_from(Bank)
        # The sums keep SQLite from beginning with every version there is, instead of with the banks that she may read.
        .join(Question, Question.bank_id == Bank.id + 0)
        .join(_old, (_old.question_id == Question.id + 0) & (_old.number < Question.version_number))
        .join(QuestionVersion, is_newest())
        .where(Question.version_number > 1, Question.state != HIDDEN, may_read_bank(person_id))
        .where(QuestionVersion.created_at > since)
        .order_by(QuestionVersion.created_at.desc(), Question.id, _old.number.desc())
        .limit(MOST_VERSIONS)
    )


def _read(rows: Sequence[Any]) -> tuple[list[_Outdated], list[int]]:
    """The versions asked that judge otherwise than the newest; and all that judge as it does."""
    outdated, keys = [], set()
    for question_id, is_own, is_asked, new_id, stem, kind, content, old_id, old_kind, old_content in rows:
        new, old = content_from(kind, content), content_from(old_kind, old_content)
        keys.add(new_id)
        if judges_alike(old, new):
            keys.add(old_id)
        elif is_asked:
            outdated.append(_Outdated(old_id, question_id, stem, old, new, bool(is_own)))
    return outdated[:MOST_JUDGED], sorted(keys)


def _counted(outdated: Sequence[_Outdated], keys: Sequence[int], person_id: int) -> dict[int, list[tuple[Stood, int]]]:
    """Equal answers that the newest key has not judged, and how many there are, by the version answered."""
    items = _items(outdated, person_id).subquery()
    last = last_judged(sorted({one.question_id for one in outdated}), keys, person_id)
    own = [one.version_id for one in outdated if one.is_own]
    query = (
        joined(select(AttemptItem.version_id, func.count(), *STOOD))
        .join(items, items.c.id == AttemptItem.id)
        .join(Answer, Answer.item_id == AttemptItem.id)
        .outerjoin(last, last.c.version_id == AttemptItem.version_id)
        .where(is_final(), is_since(last), or_(AttemptItem.version_id.in_(own), answers_for(person_id)))
        .group_by(AttemptItem.version_id, *STOOD)
    )
    found: dict[int, list[tuple[Stood, int]]] = {}
    for version_id, count, *stood in db.session.execute(query):
        found.setdefault(version_id, []).append((Stood(*stood), count))
    return found


def _items(outdated: Sequence[_Outdated], person_id: int) -> CompoundSelect[Any]:
    """The newest answers to each version of hers; to others', those in the newest attempts that she answers for."""
    parts = [
        select(AttemptItem.id).where(AttemptItem.version_id == one.version_id).order_by(AttemptItem.id.desc())
        for one in outdated
        if one.is_own
    ]
    newest = [part.limit(NEWEST).subquery() for part in parts]
    others = [one.version_id for one in outdated if not one.is_own]
    if others:
        hers = AttemptItem.attempt_id.in_(_attempts(person_id))
        newest.append(select(AttemptItem.id).where(AttemptItem.version_id.in_(others), hers).subquery())
    return union_all(*(select(one.c.id) for one in newest))


def _attempts(person_id: int) -> CompoundSelect[Any]:
    of_class: Select[Any] = (
        select(Attempt.id)
        .join(Assignment, Assignment.id == Attempt.assignment_id)
        .join(Class, Class.id == Assignment.class_id)
        .where(Class.owner_id == person_id)
    )
    of_quiz: Select[Any] = (
        select(Attempt.id)
        .join(Edition, Edition.id == Attempt.edition_id)
        .join(Quiz, Quiz.id == Edition.quiz_id)
        .where(Quiz.owner_id == person_id, Attempt.assignment_id.is_(None))
    )
    newest = [part.order_by(Attempt.id.desc()).limit(NEWEST).subquery() for part in (of_class, of_quiz)]
    return union_all(*(select(one.c.id) for one in newest))


def _changes(one: _Outdated, stood: Stood) -> bool:
    after = Judge(one.old, one.new, REPLACE if one.is_own else NEVER_LOWER).judge(stood)
    return after.is_carried and (after.points, after.verdict) != (stood.points, stood.verdict)
