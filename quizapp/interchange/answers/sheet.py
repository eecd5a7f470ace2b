"""The answers of a class as a sheet, in the columns in which a record of them can be brought in."""

from __future__ import annotations

from collections.abc import Iterable

from quizapp.history.queries.class_answers import ClassAnswer
from quizapp.interchange.answers.table import ATTEMPT, LEARNER, NAME, NEEDED, QUESTION, RESPONSE, SURE, WHEN
from quizapp.interchange.sheets import Sheet, Value

SURENESS = {True: "yes", False: "no", None: None}
HEADER = (*NEEDED, ATTEMPT, SURE, NAME, "verdict", "points", "out of", "version", "words")


def answers_as_sheet(answers: Iterable[ClassAnswer]) -> Sheet:
    """Return answers line by line: moments in UTC to the second, guests without a sign-in name."""
    return Sheet("Answers", HEADER, [_line(one) for one in answers])


def _line(one: ClassAnswer) -> list[Value]:
    known: dict[str, Value] = {
        LEARNER: one.username,
        QUESTION: one.key,
        RESPONSE: one.given_text,
        WHEN: f"{one.at:%Y-%m-%dT%H:%M:%S}Z",
        ATTEMPT: one.attempt,
        SURE: SURENESS[one.sure],
        NAME: one.name,
        "verdict": one.verdict,
        "points": float(one.points),
        "out of": float(one.out_of),
        "version": one.version_number,
        "words": one.stem,
    }
    return [known[column] for column in HEADER]
