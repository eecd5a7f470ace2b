"""Each line of a record held against the quiz, the people and the calendar."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from quizapp.accounts.errors import RefusedText
from quizapp.accounts.queries.usernames import taken_usernames
from quizapp.accounts.rules import clean_display_name, clean_username, folded
from quizapp.core.kinds import Response
from quizapp.interchange.answers.asked import AskedQuestion, AskedQuiz, UnknownQuestion
from quizapp.interchange.answers.faults import Fault
from quizapp.interchange.answers.moments import NoMoment, SlashedDates, read_moment
from quizapp.interchange.answers.table import ATTEMPT, LEARNER, NAME, QUESTION, RESPONSE, SURE, WHEN, RecordLine
from quizapp.interchange.answers.written import Unfitting
from quizapp.teaching.local_times import local

SURENESS = {"": None, "yes": True, "sure": True, "true": True, "no": False, "not sure": False, "false": False}
LONGEST_ATTEMPT = 40  # characters
AT_ONCE = 500  # names


@dataclass(frozen=True, slots=True)
class Reading:
    """How a record is to be read: whose clock its times are, what a slash means, who may be new."""

    zone: str
    slashed: SlashedDates
    make_learners: bool
    members: frozenset[int] | None  # who belongs to the class; None: nobody needs to
    now: datetime


@dataclass(frozen=True, slots=True)
class CheckedLine:
    """A line that can be brought in: who answered what to which question, in which of their attempts."""

    number: int
    learner: str  # the sign-in name, folded
    name: str  # as it would be shown
    question: AskedQuestion
    response: Response | None
    sure: bool | None
    at: datetime
    attempt: str  # as the record calls it; empty: it goes by the day
    day: str

    @property
    def sitting(self) -> tuple[str, str]:
        """What tells this attempt of the learner from others."""
        return self.learner, f"attempt {self.attempt}" if self.attempt else self.day


def known_learners(lines: Collection[RecordLine]) -> dict[str, int]:
    """Return the accounts that a record names, by folded sign-in name."""
    names = sorted({folded(line[LEARNER]) for line in lines})
    found: dict[str, int] = {}
    for start in range(0, len(names), AT_ONCE):
        found |= taken_usernames(names[start : start + AT_ONCE])
    return found


def check_line(
    line: RecordLine, quiz: AskedQuiz, people: Mapping[str, int], how: Reading, faults: list[Fault]
) -> CheckedLine | None:
    """Return what a line says; None where it cannot be brought in, with every mistake of it among the faults."""
    found = list(_faults(line, quiz, people, how))
    faults += found
    if found:
        return None
    question = quiz.find(line[QUESTION])
    at = read_moment(line[WHEN], zone=how.zone, slashed=how.slashed, now=how.now)
    return CheckedLine(
        number=line.number,
        learner=folded(line[LEARNER]),
        name=line[NAME] or line[LEARNER],
        question=question,
        response=quiz.response(question.version.version_id, line[RESPONSE]),
        sure=SURENESS[line[SURE].casefold()],
        at=at,
        attempt=line[ATTEMPT],
        day=f"{local(at, how.zone):%Y-%m-%d}",
    )


def _faults(line: RecordLine, quiz: AskedQuiz, people: Mapping[str, int], how: Reading) -> Iterator[Fault]:
    yield from _of_learner(line, people, how)
    try:
        question = quiz.find(line[QUESTION])
        quiz.response(question.version.version_id, line[RESPONSE])
    except UnknownQuestion as unknown:
        yield Fault(line.number, QUESTION, str(unknown), unknown.fix)
    except Unfitting as misfit:
        yield Fault(line.number, RESPONSE, str(misfit), misfit.fix)
    try:
        read_moment(line[WHEN], zone=how.zone, slashed=how.slashed, now=how.now)
    except NoMoment as amiss:
        yield Fault(line.number, WHEN, str(amiss), amiss.fix)
    if line[SURE].casefold() not in SURENESS:
        yield Fault(line.number, SURE, f"“{line[SURE]}” is neither yes nor no.", "Write yes, no, or nothing.")
    if len(line[ATTEMPT]) > LONGEST_ATTEMPT:
        yield Fault(line.number, ATTEMPT, "The name of the attempt is too long.", "Number the attempts: 1, 2, …")


def _of_learner(line: RecordLine, people: Mapping[str, int], how: Reading) -> Iterator[Fault]:
    written = line[LEARNER]
    person = people.get(folded(written))
    if person is None and not how.make_learners:
        fix = "Write the name they sign in with, or add --make-learners to make accounts for new names."
        message = f"Nobody here signs in as “{written}”." if written else "No learner is named."
        yield Fault(line.number, LEARNER, message, fix)
    elif person is None:
        yield from _of_new_learner(line)
    elif how.members is not None and person not in how.members:
        fix = "Add them to the class first, or leave out --assignment."
        yield Fault(line.number, LEARNER, "This learner does not belong to the class that it was set to.", fix)


def _of_new_learner(line: RecordLine) -> Iterator[Fault]:
    try:
        clean_username(line[LEARNER])
    except RefusedText as refusal:
        yield Fault(line.number, LEARNER, f"“{line[LEARNER]}” cannot be a sign-in name.", str(refusal))
        return
    try:
        clean_display_name(line[NAME] or line[LEARNER])
    except RefusedText as refusal:
        yield Fault(line.number, NAME, f"“{line[NAME]}” cannot be a name.", str(refusal))
