"""Everything that is kept about a person, as they may take it along: nothing that may not be shown to them yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy import select

from quizapp.accounts.models import Person
from quizapp.attempts.models import Attempt
from quizapp.attempts.rules import SUBMITTED
from quizapp.banks.models import Question, QuestionVersion
from quizapp.banks.rules import is_newest
from quizapp.personal.queries.answers_kept import AnswerKept, QuoteKept, answers_kept
from quizapp.personal.queries.notices_kept import NoticeKept, notices_kept
from quizapp.personal.queries.things_kept import ThingKept, things_kept
from quizapp.practice.models import Memory
from quizapp.quizzes.models import Edition
from quizapp.storage.database import db
from quizapp.teaching.models import Accommodation, Assignment, Class, Enrolment

__all__ = [
    "AnswerKept",
    "ArrangementKept",
    "AttemptKept",
    "ClassKept",
    "MemoryKept",
    "NoticeKept",
    "Profile",
    "QuoteKept",
    "Record",
    "ThingKept",
    "record_of",
]


@dataclass(frozen=True, slots=True)
class Profile:
    """Who the person is here; the password is kept only as a sign by which it is known, and is not told."""

    number: int
    display_name: str
    username: str | None  # None: a guest
    is_teacher: bool
    is_admin: bool
    made_at: datetime
    guests: tuple[str, ...]  # the names of guests whose answers were taken over


@dataclass(frozen=True, slots=True)
class ClassKept:
    """A class the person is in, or was."""

    name: str
    teacher: str
    joined_at: datetime
    removed_at: datetime | None


@dataclass(frozen=True, slots=True)
class ArrangementKept:
    """Other times that a teacher arranged for the person; what is empty is as for everybody."""

    quiz: str
    class_name: str
    opens_at: datetime | None
    due_at: datetime | None
    closes_at: datetime | None
    time_percent: int  # of the quiz's time limit; 0: no limit


@dataclass(frozen=True, slots=True)
class AttemptKept:
    """An attempt; its points are there once its results may be shown."""

    number: int
    title: str
    mode: str  # quiz, practice
    class_name: str | None  # what it was set to
    state: str  # open, handed_in, submitted
    started_at: datetime
    submitted_at: datetime | None
    points: Decimal | None
    out_of: Decimal | None


@dataclass(frozen=True, slots=True)
class MemoryKept:
    """When a question comes back in practice, and what that is computed from."""

    question: str
    due: datetime
    last_answered_at: str
    stability_days: float | None
    difficulty: float | None
    was_sure_and_wrong: bool


@dataclass(frozen=True, slots=True)
class Record:
    """Everything kept about a person."""

    made_at: datetime
    profile: Profile
    classes: tuple[ClassKept, ...]
    arrangements: tuple[ArrangementKept, ...]
    attempts: tuple[AttemptKept, ...]
    answers: tuple[AnswerKept, ...]
    memories: tuple[MemoryKept, ...]
    notices: tuple[NoticeKept, ...]
    things: tuple[ThingKept, ...]


def record_of(person_id: int, *, now: datetime) -> Record:
    """Return everything kept about a person, the oldest first, in as many statements whatever there is."""
    answers = answers_kept(person_id)
    return Record(
        made_at=now,
        profile=_profile(person_id),
        classes=_classes(person_id),
        arrangements=_arrangements(person_id),
        attempts=_attempts(person_id, answers),
        answers=answers,
        memories=_memories(person_id),
        notices=notices_kept(person_id),
        things=things_kept(person_id),
    )


def _profile(person_id: int) -> Profile:
    person = db.session.get_one(Person, person_id)
    guests = select(Person.display_name).where(Person.taken_over_by == person_id).order_by(Person.id)
    return Profile(
        number=person.id,
        display_name=person.display_name,
        username=person.username,
        is_teacher=person.is_teacher,
        is_admin=person.is_admin,
        made_at=person.created_at,
        guests=tuple(db.session.scalars(guests)),
    )


def _classes(person_id: int) -> tuple[ClassKept, ...]:
    query = (
        select(Class.name, Person.display_name, Enrolment.joined_at, Enrolment.removed_at)
        .join(Class, Class.id == Enrolment.class_id)
        .join(Person, Person.id == Class.owner_id)
        .where(Enrolment.person_id == person_id)
        .order_by(Enrolment.id)
    )
    return tuple(ClassKept(*row) for row in db.session.execute(query))


def _arrangements(person_id: int) -> tuple[ArrangementKept, ...]:
    times = Accommodation.opens_at, Accommodation.due_at, Accommodation.closes_at, Accommodation.time_percent
    query = (
        select(Edition.title, Class.name, *times)
        .select_from(Accommodation)
        .join(Assignment, Assignment.id == Accommodation.assignment_id)
        .join(Class, Class.id == Assignment.class_id)
        .join(Edition, (Edition.quiz_id == Assignment.quiz_id) & Edition.is_current)
        .where(Accommodation.person_id == person_id)
        .order_by(Assignment.id)
    )
    return tuple(ArrangementKept(*row) for row in db.session.execute(query))


def _attempts(person_id: int, answers: tuple[AnswerKept, ...]) -> tuple[AttemptKept, ...]:
    points: dict[int, Decimal] = {}
    out_of: dict[int, Decimal] = {}
    for answer in answers:
        points[answer.attempt] = points.get(answer.attempt, Decimal(0)) + (answer.points or Decimal(0))
        out_of[answer.attempt] = out_of.get(answer.attempt, Decimal(0)) + answer.out_of
    query = (
        select(
            Attempt.id, Attempt.title, Attempt.mode, Class.name, Attempt.state, Attempt.started_at, Attempt.submitted_at
        )
        .outerjoin(Assignment, Assignment.id == Attempt.assignment_id)
        .outerjoin(Class, Class.id == Assignment.class_id)
        .where(Attempt.learner_id == person_id)
        .order_by(Attempt.id)
    )
    rows = db.session.execute(query).all()
    shown = {row.id for row in rows if row.state == SUBMITTED}
    return tuple(
        AttemptKept(*row, points.get(row.id), out_of.get(row.id)) if row.id in shown else AttemptKept(*row, None, None)
        for row in rows
    )


def _memories(person_id: int) -> tuple[MemoryKept, ...]:
    query = (
        select(QuestionVersion.stem, Memory.due, Memory.state, Memory.misjudged)
        .join(Question, Question.id == Memory.question_id)
        .join(QuestionVersion, is_newest())
        .where(Memory.learner_id == person_id)
        .order_by(Memory.due, Question.id)
    )
    return tuple(
        MemoryKept(stem, due, state["last_review"] or "", state["stability"], state["difficulty"], misjudged)
        for stem, due, state, misjudged in db.session.execute(query)
    )
