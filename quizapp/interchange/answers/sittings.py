"""Lines gathered into attempts, and attempts held against those that are here already."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from quizapp.attempts.operations.record import recorded_name
from quizapp.attempts.queries.kept import KeptAttempt, Place
from quizapp.core.kinds import response_data
from quizapp.interchange.answers.faults import Fault
from quizapp.interchange.answers.lines import CheckedLine
from quizapp.interchange.answers.table import QUESTION, RESPONSE

TWICE = "A second answer to this question in the same attempt; line {line} holds the first."
TAKE_OUT = "Take one of them out, or tell the attempts apart in a column “attempt”: 1, 2, …"
AGAIN = "The same as line {line}."
HERE_OTHERWISE = "This answer is here already, with another response."
HERE_WITHOUT = "The attempt it belongs to is here already, without this answer."
IS_FINAL = "Take it out: what was brought in is not changed. If it is another attempt, name it in a column “attempt”."


@dataclass(frozen=True, slots=True)
class Sitting:
    """The lines of one attempt of a learner."""

    learner: str
    lines: tuple[CheckedLine, ...]

    @property
    def attempt(self) -> str:
        """What the record calls the attempt; empty where it goes by the day."""
        return self.lines[0].attempt


def gathered(lines: Iterable[CheckedLine], faults: list[Fault]) -> list[Sitting]:
    """Return the attempts that lines make up; a question that comes twice in one is a fault."""
    found: dict[tuple[str, str], dict[int, CheckedLine]] = {}
    for line in lines:
        sitting = found.setdefault(line.sitting, {})
        first = sitting.setdefault(line.question.version.question_id, line)
        if first is not line:
            is_same = (first.response, first.at) == (line.response, line.at)
            message = (AGAIN if is_same else TWICE).format(line=first.number)
            faults.append(Fault(line.number, QUESTION, message, "Take it out." if is_same else TAKE_OUT))
    return [Sitting(learner, tuple(rows.values())) for (learner, _), rows in found.items()]


def new_ones(
    sittings: Iterable[Sitting],
    people: Mapping[str, int],
    kept: Mapping[int, Sequence[KeptAttempt]],
    faults: list[Fault],
) -> list[Sitting]:
    """Return the attempts that are not here yet; one that is here in part or otherwise is a fault, line by line."""
    left = {person: list(attempts) for person, attempts in kept.items()}
    return [one for one in sittings if not _is_here(one, left.get(people.get(one.learner, 0), []), faults)]


def _is_here(sitting: Sitting, kept: list[KeptAttempt], faults: list[Fault]) -> bool:
    """Whether a finished attempt holds these answers; they are then taken out of it, so that each counts once."""
    candidates = [one for one in kept if _may_be(sitting, one)]
    for one in candidates:
        if not any(_otherwise(line, one) for line in sitting.lines):
            for line in sitting.lines:
                del one.given[_place(line)]
            return True
    for one in candidates[:1]:
        faults += [
            Fault(line.number, RESPONSE if _place(line) in one.given else "", message, IS_FINAL)
            for line in sitting.lines
            if (message := _otherwise(line, one))
        ]
    return False


def _may_be(sitting: Sitting, kept: KeptAttempt) -> bool:
    """An answer to the same question in the same second is the same answer, unless the attempts have other names."""
    name = recorded_name(kept.seed)
    if name and sitting.attempt and name != sitting.attempt:
        return False
    return any(_place(line) in kept.given for line in sitting.lines)


def _otherwise(line: CheckedLine, kept: KeptAttempt) -> str:
    """How a line differs from what is here; empty where it does not."""
    if _place(line) not in kept.given:
        return HERE_WITHOUT
    stored = None if line.response is None else response_data(line.response)
    return "" if kept.given[_place(line)] == stored else HERE_OTHERWISE


def _place(line: CheckedLine) -> Place:
    return line.question.version.question_id, line.at.replace(microsecond=0)
