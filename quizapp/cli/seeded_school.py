"""A made-up school of any size: courses with their classes, and answers by learners of known ability."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import exp
from random import Random

from quizapp.accounts.operations import sign_up
from quizapp.accounts.operations.pupils import NewPupil, make_pupils
from quizapp.attempts.operations.record import RecordedAnswer, RecordedAttempt, record_attempts, remember
from quizapp.attempts.queries.likely import likely_response
from quizapp.banks.queries import contents
from quizapp.core.kinds import Content, Response, draw_order
from quizapp.quizzes.drawing import Item
from quizapp.quizzes.operations import begin_quiz, publish_quiz
from quizapp.quizzes.queries import current_edition
from quizapp.quizzes.queries.draw import DrawWish, drawn_questions
from quizapp.quizzes.settings import QuizSettings
from quizapp.storage.transaction import transaction
from quizapp.teaching.operations import assign, enrol_people, make_class
from quizapp.teaching.rules import Times

QUESTIONS, LEARNERS, QUIZZES = 20, 250, 2  # of a quiz; of a course; set to a course
DRAWS = 8  # different quizzes; courses that run side by side share them
AT_ONCE = 500  # attempts in one transaction
NAMES = ("Ada", "Bruno", "Chiara", "Dmitri", "Elif", "Farid", "Grete", "Hugo", "Ines", "Jonas", "Kaya", "Leon", "Mina")
WEEK = timedelta(days=7)
Tell = Callable[[int, int], None]  # how many answers there are, of how many


@dataclass(frozen=True, slots=True)
class SchoolPlan:
    """How many answers there are to be, how many of them in one quiz, and the seed they are drawn by."""

    bank_id: int
    answers: int
    big: int
    seed: int
    password_hash: str


@dataclass(frozen=True, slots=True)
class Course:
    """A teacher, her class, and its learners with what each is able to do."""

    teacher_id: int
    class_id: int
    abilities: Mapping[int, float]  # of everybody who takes its quizzes, those of the class first


@dataclass(frozen=True, slots=True)
class SetTo:
    """A quiz as it is set to a course."""

    edition_id: int
    assignment_id: int
    opens_at: datetime
    items: Sequence[Item]


def course_sizes(answers: int, big: int) -> list[list[int]]:
    """Return for each course how many learners take each of its quizzes: ordinary courses, then the one big quiz."""
    left, quizzes = -(-(answers - big) // QUESTIONS), []
    while left > 0:
        quizzes.append(min(left, LEARNERS))
        left -= quizzes[-1]
    courses = [quizzes[start : start + QUIZZES] for start in range(0, len(quizzes), QUIZZES)]
    return [*courses, [-(-big // QUESTIONS)]] if big else courses


def seeded_names(number: int, place: int) -> NewPupil:
    """Return the names of a learner of a course."""
    return NewPupil(f"{NAMES[place % len(NAMES)]} {number}-{place}", f"seed-{number}-{place}")


def make_school(plan: SchoolPlan, *, now: datetime, tell: Tell) -> int:
    """Make the courses one after another, a transaction for each stretch, and return how many answers there are."""
    dice, done = Random(plan.seed), 0  # noqa: S311 - a made-up school, no secret
    courses = course_sizes(plan.answers, plan.big)
    draws = min(DRAWS, sum(map(len, courses)))
    wishes = [DrawWish(count=QUESTIONS, number=number) for number in range(1, draws + 1)]
    drawn = [drawn_questions(plan.bank_id, wish) for wish in wishes]
    for number, sizes in enumerate(courses, start=1):
        with transaction():
            course = _course(number, max(sizes), plan, dice, now=now)
        for week, size in enumerate(sizes):
            questions = drawn[((number - 1) * QUIZZES + week) % draws]
            with transaction():
                quiz = _set(course, plan.bank_id, questions, week, now=now)
            for stretch in _stretches(course, quiz, size, dice):
                with transaction():
                    done += record_attempts(quiz.edition_id, stretch) * len(quiz.items)
                tell(done, plan.answers)
        with transaction():
            remember(next(iter(course.abilities)))
    return done


def _course(number: int, size: int, plan: SchoolPlan, dice: Random, *, now: datetime) -> Course:
    teacher = sign_up(
        f"seed-{number}", f"Teacher {number}", plan.password_hash, now=now, is_teacher=True, is_admin=number == 1
    )
    learners = make_pupils([seeded_names(number, place) for place in range(size)], now=now)
    room = make_class(teacher.id, f"Course {number}", "Europe/Berlin", now=now)
    enrol_people(room, learners[:LEARNERS], now=now)
    return Course(teacher.id, room, {learner: dice.gauss(0.5, 1.0) for learner in learners})


def _set(course: Course, bank_id: int, questions: Sequence[int], week: int, *, now: datetime) -> SetTo:
    quiz_id = begin_quiz(bank_id, course.teacher_id, QuizSettings(f"Week {week + 1}"), questions, now=now)
    publish_quiz(quiz_id, course.teacher_id, now=now)
    opens = now - (QUIZZES + 1 - week) * WEEK
    assignment = assign(quiz_id, course.class_id, Times(opens_at=opens, due_at=opens + WEEK), now=now)
    edition = current_edition(quiz_id)
    return SetTo(edition.id, assignment, opens, edition.items)


def _stretches(course: Course, quiz: SetTo, size: int, dice: Random) -> Iterator[Sequence[RecordedAttempt]]:
    known = contents(item.version_id for item in quiz.items)
    hardness = {item.version_id: Random(item.version_id).gauss(0, 1) for item in quiz.items}  # noqa: S311
    learners = list(course.abilities)[:size]
    for start in range(0, size, AT_ONCE):
        yield [
            _attempt(quiz, learner, course.abilities[learner], known, hardness, dice, in_class=place < LEARNERS)
            for place, learner in enumerate(learners[start : start + AT_ONCE], start)
        ]


def _attempt(
    quiz: SetTo,
    learner: int,
    ability: float,
    known: Mapping[int, Content],
    hardness: Mapping[int, float],
    dice: Random,
    *,
    in_class: bool,
) -> RecordedAttempt:
    started = quiz.opens_at + dice.random() * WEEK
    answers = [
        RecordedAnswer(
            item.version_id,
            *_response(known[item.version_id], ability - hardness[item.version_id], dice),
            points=item.points,
            at=started + timedelta(seconds=30 * place),
        )
        for place, item in enumerate(quiz.items, start=1)
    ]
    ended = started + timedelta(seconds=30 * len(answers))
    return RecordedAttempt(learner, started, ended, answers, quiz.assignment_id if in_class else None)


def _response(content: Content, lead: float, dice: Random) -> tuple[Response | None, bool | None]:
    """Answer by the Rasch model, and say now and then how sure one is; two answers in a hundred are left out."""
    luck = dice.random()
    if luck > 0.98:
        return None, None
    response = likely_response(content, draw_order(content, dice), rightly=luck < 0.98 / (1 + exp(-lead)))
    return response, None if dice.random() < 0.7 else lead + dice.gauss(0, 1) > 0
