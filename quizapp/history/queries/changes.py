"""Who of a class has come up or gone down beside the others, by its gradebook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from quizapp.core.statistics.improving import Change, ScoreBeside, Way, certainty_for, change
from quizapp.history.queries.gradebook import Cell, Gradebook, Line


@dataclass(frozen=True, slots=True)
class Moved:
    """A learner who moved beside the class, from the first score to the last, in points of a hundred."""

    person_id: int
    name: str
    way: Way
    points: int


@dataclass(frozen=True, slots=True)
class BesideOthers:
    """One assignment of a learner, with the mean of the others as a share; None where nobody else handed it in."""

    title: str
    cell: Cell
    others: float | None


def moved_in(book: Gradebook) -> tuple[Moved, ...]:
    """Return who moved so far that chance seldom does it to anybody of a class of this size, the farthest first.

    First attempts are compared, whichever count: another try at one quiz and none at the next would look like a fall.
    """
    firsts = replace(book, lines=tuple(replace(line, cells=_firsts(line)) for line in book.lines))
    least, sums = certainty_for(len(book.lines)), _sums(firsts)
    found = []
    for line in firsts.lines:
        how = change_of(_beside(firsts, line, sums))
        if how and how.way(least) in ("up", "down"):
            found.append(Moved(line.person_id, line.name, how.way(least), abs(round(100 * how.moved))))
    return tuple(sorted(found, key=lambda one: (one.way != "up", -one.points, one.name)))


def beside_others(book: Gradebook, person_id: int) -> tuple[BesideOthers, ...]:
    """Return what is set to the class as one learner did it beside the others, the oldest first."""
    sums = _sums(book)
    return tuple(row for line in book.lines if line.person_id == person_id for row in _beside(book, line, sums))


def change_of(rows: Sequence[BesideOthers]) -> Change | None:
    """Return how a learner moved beside the others; None for fewer than three scores."""
    return change(
        [
            ScoreBeside(row.cell.percent / 100, row.others, max(1, row.cell.questions))
            for row in rows
            if row.cell.percent is not None
        ]
    )


def _firsts(line: Line) -> tuple[Cell, ...]:
    return tuple(replace(cell, percent=cell.first_percent) for cell in line.cells)


def _sums(book: Gradebook) -> list[tuple[int, int]]:
    """For each assignment the sum of the scores and how many there are."""
    columns = [[line.cells[place].percent for line in book.lines] for place in range(len(book.columns))]
    scores = [[percent for percent in column if percent is not None] for column in columns]
    return [(sum(column), len(column)) for column in scores]


def _beside(book: Gradebook, line: Line, sums: Sequence[tuple[int, int]]) -> list[BesideOthers]:
    found = []
    for column, cell, (total, count) in zip(book.columns, line.cells, sums, strict=True):
        own, met = (0, 0) if cell.percent is None else (cell.percent, 1)
        others = (total - own) / (count - met) / 100 if count > met else None
        found.append(BesideOthers(column.title, cell, others))
    return found
