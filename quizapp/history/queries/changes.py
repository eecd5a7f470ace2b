"""Who of a class has come up or gone down beside the others, by its gradebook."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quizapp.core.statistics.improving import Change, ScoreBeside, Told, change, told
from quizapp.history.queries.gradebook import Cell, Gradebook, Line


@dataclass(frozen=True, slots=True)
class Moved:
    """A learner who moved beside the class, from the first score to the last, surely or perhaps."""

    person_id: int
    name: str
    told: Told


@dataclass(frozen=True, slots=True)
class BesideOthers:
    """One assignment of a learner, with the mean of the others as a share; None where nobody else handed it in."""

    title: str
    cell: Cell
    others: float | None


def moved_in(book: Gradebook) -> tuple[Moved, ...]:
    """Return who moved so far that chance seldom does it in a class of this size, the sure and the farthest first."""
    moved = [
        Moved(line.person_id, line.name, way) for line, way in _told(book) if way is not None and way.way != "level"
    ]
    return tuple(
        sorted(moved, key=lambda one: (not one.told.is_firm, one.told.way != "up", -one.told.points, one.name))
    )


def told_in(book: Gradebook, person_id: int) -> Told | None:
    """Return what is said of how one learner moved, by the rule of moved_in; None for fewer than three scores."""
    return next((way for line, way in _told(book) if line.person_id == person_id), None)


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


def _told(book: Gradebook) -> Iterator[tuple[Line, Told | None]]:
    """First attempts are compared, whichever count: a second try at one quiz and none at the next looks like a fall."""
    firsts = replace(book, lines=tuple(replace(line, cells=_firsts(line)) for line in book.lines))
    sums = _sums(firsts)
    for line in firsts.lines:
        how = change_of(_beside(firsts, line, sums))
        yield line, told(how, len(book.lines)) if how else None


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
