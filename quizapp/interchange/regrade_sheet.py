"""Whose marks a regrade changed, as a sheet in words."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from quizapp.interchange.sheets import Sheet, Value
from quizapp.regrading.queries import ChangedAnswer

HEADER = (
    *("learner", "class", "quiz", "answer"),
    *("points before", "points after", "out of", "judged before", "judged after"),
)
JUDGED = {"right": "right", "partly": "partly right", "wrong": "not right", "unanswered": "not answered"}


def regrade_as_sheet(rows: Iterable[ChangedAnswer]) -> Sheet:
    """Return one line for each changed mark; a name that whoever asks may not know is left empty."""
    return Sheet("Marks changed", HEADER, [_cells(row) for row in rows])


def _cells(row: ChangedAnswer) -> list[Value]:
    whose = row.whose
    who: list[Value] = [whose.name, whose.class_name, "practice" if whose.is_practice else whose.title]
    scores: list[Value] = [_number(row.points_before), _number(row.points_after), _number(row.out_of)]
    return [*who, whose.given_text, *scores, JUDGED[row.verdict_before], JUDGED[row.verdict_after]]


def _number(points: Decimal) -> int | float:
    return int(points) if points == int(points) else float(points)
