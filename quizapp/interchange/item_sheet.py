"""The item table of a quiz as a sheet."""

from __future__ import annotations

from collections.abc import Iterable

from quizapp.core.statistics.items import ItemFigures
from quizapp.history.queries import ItemRow
from quizapp.interchange.sheets import Sheet, Value, csv_of

HEADER = (
    *("question", "version", "kind", "stem", "key", "n", "facility", "from", "to", "discrimination", "efficiency"),
    *("chance", "responses", "to do"),
)


def item_sheet(items: Iterable[ItemRow]) -> str:
    """Return item figures as CSV."""
    return csv_of(items_as_sheet(items))


def items_as_sheet(items: Iterable[ItemRow]) -> Sheet:
    """Return item figures: facility and its 95 % interval, item-rest discrimination and efficiency as shares.

    Figures of fewer than ten answers, and such as are undefined, are left empty.
    """
    return Sheet("Questions", HEADER, [item_cells(row) for row in items])


def item_cells(row: ItemRow) -> list[Value]:
    """Return one line of the sheet."""
    uses = "; ".join(f"{use.text}{' (key)' if use.is_key else ''}: {use.count}" for use in row.uses)
    said = " ".join(one.text for one in row.advice)
    about: list[Value] = [row.question_id, row.version_number, row.kind, row.stem, row.key_text, row.figures.n]
    return [*about, *_shares(row.figures), round(row.chance, 3), uses, said]


def _shares(figures: ItemFigures) -> list[Value]:
    values = (figures.facility, figures.low, figures.high, figures.discrimination, figures.efficiency)
    return [None if value is None or not figures.is_enough else round(value, 3) for value in values]
