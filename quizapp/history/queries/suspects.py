"""Questions of a teacher's quizzes whose key the newest answers speak against: for the desk, so bounded and cheap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Integer, ScalarSelect, Select, String, cast, func, null, select, union_all

from quizapp.attempts.models import Attempt
from quizapp.banks.models import Question, QuestionVersion
from quizapp.banks.rules import RETIRED, is_newest
from quizapp.history.models import FlagSeen
from quizapp.history.queries.counted import FINISHED
from quizapp.history.queries.items import ItemRow, item_table
from quizapp.history.queries.within import Within
from quizapp.quizzes.models import Edition, Quiz
from quizapp.regrading.models import Regrade
from quizapp.storage.database import db
from quizapp.teaching.models import Assignment, Class

MOST_SHOWN = 5
MOST_FLAGGED = 20  # of one quiz or class
MOST_SITTINGS = 4  # quizzes and classes looked through, those answered last
NEWEST = 200  # attempts of each that are looked at
LATELY = timedelta(days=60)
REMEMBERED = 256


@dataclass(frozen=True, slots=True)
class Suspect:
    """A question to look at, what its figures say of it, and whose answers they are."""

    question_id: int
    version_id: int
    stem: str
    advice: str
    is_hint: bool
    quiz_id: int
    assignment_id: int | None  # None: everybody's answers to a quiz of her own
    title: str
    class_name: str | None


@dataclass(frozen=True, slots=True)
class Sitting:
    """Who answered what: a quiz of her own, or what she set to a class; `newest` is the last attempt handed in."""

    quiz_id: int
    edition_id: int
    assignment_id: int | None
    title: str
    class_name: str | None
    newest: int

    @property
    def attempts(self) -> ColumnElement[bool]:
        """The condition under which an attempt belongs to it."""
        if self.assignment_id is not None:
            return Attempt.assignment_id == self.assignment_id
        return Attempt.edition_id == self.edition_id


@dataclass(frozen=True, slots=True)
class From(Within):
    """The attempts from one on, in the order in which they were begun: found by the index, however many there are."""

    attempt_id: int = 0

    def holds(self, column: Any) -> tuple[ColumnElement[bool], ...]:
        """Return the condition under which an attempt is among them, whatever moment is asked for."""
        return (Attempt.id >= self.attempt_id,)


@dataclass(frozen=True, slots=True)
class Answered:
    """All that figures depend on: while this is the same, they are."""

    database: str
    quiz_id: int
    assignment_id: int | None
    count: int
    newest: int
    oldest: int
    last_at: datetime
    last_regrade: int


def suspects(person_id: int, *, now: datetime) -> tuple[Suspect, ...]:
    """Return the few questions that a teacher should look at first; those changed since, or let stand, are left out."""
    return all_suspects(person_id, now=now)[:MOST_SHOWN]


def all_suspects(person_id: int, *, now: datetime) -> tuple[Suspect, ...]:
    """Return every one of them, the gravest of each quiz or class first.

    Looked through are the newest attempts of what was answered lately in a quiz of hers or by a class of hers.
    """
    regrade = db.session.scalar(select(func.max(Regrade.id))) or 0
    found: dict[int, Suspect] = {}
    for sitting in _sittings(person_id):
        answered = _answered(sitting, regrade)
        if now - answered.last_at <= LATELY:
            for row in _flagged(answered):
                found.setdefault(row.version_id, _suspect(row, sitting))
    return _still_to_look_at(person_id, found.values()) if found else ()


def _sittings(person_id: int) -> Sequence[Sitting]:
    """Those answered last; a quiz of her own stands for all its classes."""
    of_edition = _newest(Attempt.edition_id == Edition.id)
    of_class = _newest(Attempt.assignment_id == Assignment.id)
    own = (
        _of(of_edition, null(), null())
        .join(Edition, Edition.quiz_id == Quiz.id)
        .where(Quiz.owner_id == person_id, Quiz.archived_at.is_(None))
    )
    given = (
        _of(of_class, Assignment.id, Class.name)
        .join(Assignment, Assignment.quiz_id == Quiz.id)
        .join(Class, Class.id == Assignment.class_id)
        .join(Edition, (Edition.quiz_id == Quiz.id) & Edition.is_current)
        .where(Class.owner_id == person_id, Class.archived_at.is_(None), Assignment.withdrawn_at.is_(None))
        .where(Quiz.owner_id.is_distinct_from(person_id))
    )
    rows = union_all(own, given).subquery()
    query = select(rows).where(rows.c.newest.is_not(None)).order_by(rows.c.newest.desc())
    found: dict[tuple[int, int | None], Sitting] = {}
    for row in db.session.execute(query.limit(MOST_SITTINGS * 4)):  # a quiz may have been published several times
        found.setdefault((row.quiz_id, row.assignment_id), Sitting(*row))
    return list(found.values())[:MOST_SITTINGS]


def _of(newest: ScalarSelect[int], assignment: Any, class_name: Any) -> Select[*tuple[Any, ...]]:
    return select(
        *(Quiz.id.label("quiz_id"), Edition.id.label("edition_id"), cast(assignment, Integer).label("assignment_id")),
        *(Edition.title.label("title"), cast(class_name, String).label("class_name"), newest.label("newest")),
    ).select_from(Quiz)


def _newest(which: ColumnElement[bool]) -> ScalarSelect[int]:
    newest: Select[int] = select(Attempt.id).where(which, Attempt.state.in_(FINISHED))
    return newest.order_by(Attempt.id.desc()).limit(1).correlate(Edition, Assignment).scalar_subquery()


def _answered(sitting: Sitting, last_regrade: int) -> Answered:
    newest = (
        select(Attempt.id, Attempt.submitted_at)
        .where(sitting.attempts, Attempt.state.in_(FINISHED))
        .order_by(Attempt.id.desc())
        .limit(NEWEST)
        .subquery()
    )
    first, last = func.min(newest.c.id), func.max(newest.c.id)
    counts = select(func.count(), last, first, func.max(newest.c.submitted_at)).select_from(newest)
    count, last_id, first_id, last_at = db.session.execute(counts).one()
    of = str(db.engine.url), sitting.quiz_id, sitting.assignment_id
    return Answered(*of, count, last_id, first_id, last_at, last_regrade)


@lru_cache(maxsize=REMEMBERED)
def _flagged(answered: Answered) -> tuple[ItemRow, ...]:
    """The versions with something to look at, the gravest first; adding up takes longer than a desk may."""
    newest = From(attempt_id=answered.oldest)
    table = item_table(answered.quiz_id, assignment_id=answered.assignment_id, within=newest)
    return tuple(row for row in table if any(one.is_urgent or one.is_hint for one in row.advice))[:MOST_FLAGGED]


def _suspect(row: ItemRow, sitting: Sitting) -> Suspect:
    said = next(one for one in row.advice if one.is_urgent or one.is_hint)
    return Suspect(
        question_id=row.question_id,
        version_id=row.version_id,
        stem=row.stem,
        advice=said.text,
        is_hint=said.is_hint,
        quiz_id=sitting.quiz_id,
        assignment_id=sitting.assignment_id,
        title=sitting.title,
        class_name=sitting.class_name,
    )


def _still_to_look_at(person_id: int, found: Iterable[Suspect]) -> tuple[Suspect, ...]:
    """Leave out what was corrected or retired since, and what she let stand, unless it was but a hint then."""
    by_version = {one.version_id: one for one in found}
    query = (
        select(QuestionVersion.id, FlagSeen.was_hint)
        .join(Question, is_newest())
        .outerjoin(FlagSeen, (FlagSeen.version_id == QuestionVersion.id) & (FlagSeen.person_id == person_id))
        .where(QuestionVersion.id.in_(by_version), Question.state != RETIRED)
    )
    seen = {row.id: row.was_hint for row in db.session.execute(query)}
    return tuple(
        one
        for version, one in by_version.items()
        if version in seen and (seen[version] is None or (seen[version] and not one.is_hint))
    )
