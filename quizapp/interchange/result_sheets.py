"""What came of quizzes as sheets: the people of an assignment, and the gradebook."""

from __future__ import annotations

from datetime import datetime

from quizapp.history.queries.gradebook import Gradebook
from quizapp.history.queries.set_results import SetResults
from quizapp.interchange.sheets import Sheet, Value
from quizapp.teaching.local_times import local

STATES = {"not_started": "not begun", "working": "working", "handed_in": "handed in"}


def people_as_sheet(found: SetResults, zone: str) -> Sheet:
    """Return who did how well, in percent and minutes; what is not there, or not known, is empty."""
    header = ("learner", "state", "percent", "minutes", f"handed in ({zone})", "late", "overdue")
    rows: list[list[Value]] = [
        [
            one.name,
            STATES[one.state],
            one.percent,
            one.minutes,
            on_clock(one.handed_in_at, zone),
            "late" if one.is_late else None,
            "overdue" if one.is_overdue else None,
        ]
        for one in found.people
    ]
    return Sheet("Learners", header, rows)


def gradebook_as_sheet(book: Gradebook) -> Sheet:
    """Return a gradebook in percent; what was not handed in is empty."""
    rows: list[list[Value]] = [
        [line.name, *(cell.percent for cell in line.cells), line.average, line.overdue] for line in book.lines
    ]
    return Sheet("Gradebook", ["learner", *(column.title for column in book.columns), "average", "overdue"], rows)


def columns_as_sheet(book: Gradebook, zone: str) -> Sheet:
    """Return what is set to a class: when it is due, how many handed it in, and their average in percent."""
    rows: list[list[Value]] = [
        [column.title, on_clock(column.due_at, zone), column.handed_in, column.average] for column in book.columns
    ]
    return Sheet("Assignments", ("assignment", f"due ({zone})", "handed in", "average"), rows)


def on_clock(moment: datetime | None, zone: str) -> datetime | None:
    """Return a moment as the clocks of a zone show it, without the zone."""
    return local(moment, zone).replace(tzinfo=None, second=0, microsecond=0) if moment else None
