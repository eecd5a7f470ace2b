"""The sums that item figures are made of, added up in the database in one pass over the marks.

Marks that are alike in everything are one cell: the same version, response, points and rest. However many took a quiz
there are only so many cells, and what is computed from them, the pairing of sorted marks too, costs next to nothing.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import CTE, ColumnElement, Float, FromClause, Integer, Select, Text, case, cast, func, select

from quizapp.core.statistics.items import ItemSums
from quizapp.history.queries.uses import Given
from quizapp.storage.base import POINT_PARTS
from quizapp.storage.database import db

ADDED = ("n", "x", "x_squared", "r", "r_squared", "x_times_r", "right")


@dataclass(slots=True)
class VersionSums:
    """What a version's marks add up to, and every different response with how its givers did in the rest."""

    out_of: float = 0.0
    paired: float = 0.0  # the smallest marks times the smallest rests
    added: dict[str, float] = field(default_factory=lambda: dict.fromkeys(ADDED, 0.0))
    given: list[Given] = field(default_factory=list)

    @property
    def right(self) -> int:
        """How many won every point."""
        return int(self.added["right"])

    @property
    def sums(self) -> ItemSums:
        """The sums as the statistics take them."""
        n, *rest = (self.added[name] for name in ADDED[:-1])
        x, x_squared, r, r_squared, x_times_r = rest
        return ItemSums(int(n), self.out_of, x, x_squared, r, r_squared, x_times_r, self.paired)


def summed(all_marks: FromClause) -> dict[int, VersionSums]:
    """Return the sums of each version whose marks these are, with one statement."""
    found: dict[int, VersionSums] = {}
    for row in db.session.execute(_by_response(_cells(all_marks))):
        version = found.setdefault(row.version_id, VersionSums())
        version.out_of, version.paired = max(version.out_of, float(row.out_of)), float(row.paired)
        for name in ADDED:
            version.added[name] += float(getattr(row, name))
        version.given.append(_given(row))
    return found


def _given(row: Any) -> Given:
    response = None if row.response is None else json.loads(row.response)
    rest = float(row.shares) / int(row.with_rest) if row.with_rest else None
    return Given(response, int(row.n), rest, full=int(row.right))


def _cells(all_marks: FromClause) -> CTE:
    """Count the marks that are alike; compared as whole parts of points, which sort in half the room."""
    marks = all_marks.c
    response = cast(marks.response, Text).label("response")
    points = {name: _parts(marks[name]).label(name) for name in ("worth", "x", "r", "r_worth")}
    alike = (marks.version_id, response, *points.values())
    cells = select(*alike, func.count().label("n")).group_by(marks.version_id, response, *points.values()).subquery()
    in_points = [(cast(cells.c[name], Float) / POINT_PARTS).label(name) for name in points]
    return select(cells.c.version_id, cells.c.response, cells.c.n, *in_points).cte("cells")


def _parts(points: ColumnElement[Any]) -> ColumnElement[int]:
    return cast(func.round(points * POINT_PARTS), Integer)


def _by_response(cells: CTE) -> Select[Any]:
    """Add the cells up by version and response; each row carries its version's pairing."""
    n, x, r, r_worth = cells.c.n, cells.c.x, cells.c.r, cells.c.r_worth
    paired = _paired(cells)
    return (
        select(
            cells.c.version_id,
            cells.c.response,
            func.max(cells.c.worth).label("out_of"),
            func.sum(n).label("n"),
            func.sum(n * x).label("x"),
            func.sum(n * x * x).label("x_squared"),
            func.sum(n * r).label("r"),
            func.sum(n * r * r).label("r_squared"),
            func.sum(n * x * r).label("x_times_r"),
            func.sum(case((x >= cells.c.worth, n), else_=0)).label("right"),
            func.sum(case((r_worth > 0, n * r / func.nullif(r_worth, 0)), else_=0)).label("shares"),
            func.sum(case((r_worth > 0, n), else_=0)).label("with_rest"),
            func.max(paired.c.paired).label("paired"),
        )
        .join(paired, paired.c.version_id == cells.c.version_id)
        .group_by(cells.c.version_id, cells.c.response)
        .order_by(cells.c.version_id, func.sum(n).desc())
    )


def _paired(cells: CTE) -> CTE:
    """Multiply the smallest marks with the smallest rests, and so on upwards, a run of equal ones at a time."""
    xs, rs = _runs(cells, cells.c.x, "xs"), _runs(cells, cells.c.r, "rs")
    overlap = _least(xs.c.upto, rs.c.upto) - _greatest(xs.c.after, rs.c.after)
    both = (xs.c.version_id == rs.c.version_id) & (xs.c.after < rs.c.upto) & (rs.c.after < xs.c.upto)
    return (
        select(xs.c.version_id, func.sum(xs.c.value * rs.c.value * overlap).label("paired"))
        .join(rs, both)
        .group_by(xs.c.version_id)
        .cte("paired")
    )


def _runs(cells: CTE, value: ColumnElement[Any], name: str) -> CTE:
    """Select each value of a version with the ranks that its marks take, sorted: those after one, up to another."""
    n = func.sum(cells.c.n)
    alike = (
        select(cells.c.version_id, value.label("value"), n.label("n")).group_by(cells.c.version_id, value).subquery()
    )
    upto = func.sum(alike.c.n).over(partition_by=alike.c.version_id, order_by=alike.c.value)
    return select(alike.c.version_id, alike.c.value, upto.label("upto"), (upto - alike.c.n).label("after")).cte(name)


def _least(one: ColumnElement[Any], other: ColumnElement[Any]) -> ColumnElement[Any]:
    return case((one < other, one), else_=other)


def _greatest(one: ColumnElement[Any], other: ColumnElement[Any]) -> ColumnElement[Any]:
    return case((one > other, one), else_=other)
