"""Bringing in an existing record of answers: every line of it, or nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from quizapp.accounts.operations.pupils import NewPupil, make_pupils
from quizapp.attempts.operations import reveal_due
from quizapp.attempts.operations.record import RecordedAnswer, RecordedAttempt, record_attempts, remember
from quizapp.attempts.queries.kept import kept_attempts
from quizapp.attempts.rules import HANDED_IN, SUBMITTED, WITHHELD
from quizapp.interchange.answers.asked import AskedQuiz
from quizapp.interchange.answers.faults import Fault, FaultyRecord
from quizapp.interchange.answers.lines import Reading, check_line, known_learners
from quizapp.interchange.answers.moments import SlashedDates
from quizapp.interchange.answers.sittings import Sitting, gathered, new_ones
from quizapp.interchange.answers.table import Record
from quizapp.teaching.operations import enrol_people
from quizapp.teaching.queries.assignments import SetQuiz
from quizapp.teaching.queries.roster import everybody

# Written in one transaction, for which whoever answers meanwhile has to wait.
MOST_ANSWERS = 80_000
TOO_MANY = "It comes to {count:,} answers that no line speaks of, and to too many in all."
AT_MOST = f"Make sure that it is the right quiz, or divide the file by learner: {MOST_ANSWERS:,} answers at a time."


@dataclass(frozen=True, slots=True)
class Target:
    """Where a record belongs, and how it is to be read."""

    quiz_id: int
    set_as: SetQuiz | None = None  # the attempts were made at this, and count for its class
    zone: str = "UTC"
    slashed: SlashedDates = ""
    make_learners: bool = False
    paper: str = ""  # A or B: numbers and letters are those of this printed form


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """What a record comes to: the attempts that are new and those that are here already."""

    quiz: str  # its title
    lines: int
    attempts: int
    here: int  # attempts that are here already
    learners: int  # of the attempts that are new
    made: tuple[NewPupil, ...]  # those of them who get an account
    left_blank: int  # questions that no line speaks of, in the attempts that are new


@dataclass(frozen=True, slots=True)
class _Plan:
    quiz: AskedQuiz
    people: dict[str, int]
    new: list[Sitting]
    made: tuple[NewPupil, ...]
    outcome: BroughtIn


def look_through(record: Record, target: Target, *, now: datetime) -> BroughtIn:
    """Say what bringing in a record would come to; FaultyRecord holds every mistake there is."""
    return _planned(record, target, now).outcome


def bring_in(record: Record, target: Target, *, now: datetime) -> BroughtIn:
    """Write what a record adds, graded as answers are now, inside a transaction; FaultyRecord where it has mistakes.

    Practice learns from it, and results that wait for a date or a release go on waiting.
    """
    plan = _planned(record, target, now)
    made = make_pupils(plan.made, now=now)
    if target.set_as and made:
        enrol_people(target.set_as.class_id, made, now=now)
    people = plan.people | {pupil.username: person for pupil, person in zip(plan.made, made, strict=True)}
    attempts = [_attempt(one, people[one.learner], plan.quiz, target.set_as) for one in plan.new]
    record_attempts(plan.quiz.edition.id, attempts)
    for learner in dict.fromkeys(attempt.learner_id for attempt in attempts):
        if attempts[0].state != SUBMITTED:
            reveal_due(learner, now=now)
        remember(learner)
    return plan.outcome


def _planned(record: Record, target: Target, now: datetime) -> _Plan:
    faults: list[Fault] = list(record.faults)
    quiz = AskedQuiz(target.quiz_id, paper=target.paper)
    people = known_learners(record.lines)
    how = Reading(target.zone, target.slashed, target.make_learners, _members(target.set_as), now)
    checked = [line for row in record.lines if (line := check_line(row, quiz, people, how, faults))]
    sittings = gathered(checked, faults)
    new = new_ones(sittings, people, kept_attempts(target.quiz_id, people.values()), faults)
    blank = sum(len(list(_blank(one, quiz))) for one in new)
    if blank + sum(len(one.lines) for one in new) > MOST_ANSWERS:
        faults.append(Fault(1, "", TOO_MANY.format(count=blank), AT_MOST))
    if faults:
        raise FaultyRecord(faults)
    made = tuple(_made(new, people))
    outcome = BroughtIn(
        quiz=quiz.edition.title,
        lines=len(record.lines),
        attempts=len(new),
        here=len(sittings) - len(new),
        learners=len({one.learner for one in new}),
        made=made,
        left_blank=blank,
    )
    return _Plan(quiz, people, new, made, outcome)


def _members(set_as: SetQuiz | None) -> frozenset[int] | None:
    return frozenset(member.person_id for member in everybody(set_as.class_id)) if set_as else None


def _made(new: Sequence[Sitting], people: dict[str, int]) -> Iterator[NewPupil]:
    named: dict[str, str] = {}
    for sitting in new:
        if sitting.learner not in people:
            named.setdefault(sitting.learner, sitting.lines[0].name)
    for username, name in named.items():
        yield NewPupil(name, username)


def _blank(sitting: Sitting, quiz: AskedQuiz) -> Iterator[RecordedAnswer]:
    """The questions of the quiz that an attempt was asked and no line speaks of; with a draw, nobody knows which."""
    if quiz.edition.pick is not None:
        return
    seen = {line.question.slot for line in sitting.lines}
    for one in quiz.questions:
        if one.slot not in seen:
            seen.add(one.slot)
            yield RecordedAnswer(one.version.version_id, None, points=one.points)


def _attempt(sitting: Sitting, learner_id: int, quiz: AskedQuiz, set_as: SetQuiz | None) -> RecordedAttempt:
    places = {one.version.version_id: place for place, one in enumerate(quiz.questions)}
    answers = [
        RecordedAnswer(line.question.version.version_id, line.response, line.sure, line.question.points, line.at)
        for line in sitting.lines
    ]
    answers += _blank(sitting, quiz)
    feedback = set_as.shown if set_as else quiz.edition.feedback
    return RecordedAttempt(
        learner_id=learner_id,
        started_at=min(line.at for line in sitting.lines),
        submitted_at=max(line.at for line in sitting.lines),
        answers=sorted(answers, key=lambda answer: places[answer.version_id]),
        assignment_id=set_as.id if set_as else None,
        name=sitting.attempt,
        feedback=feedback,
        state=HANDED_IN if feedback in WITHHELD else SUBMITTED,
    )
