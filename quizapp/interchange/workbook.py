"""Tables as a workbook (XLSX); in none of its cells can a formula start."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, TYPE_STRING
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from quizapp.interchange.sheets import Sheet, Value, as_text
from quizapp.interchange.spreadsheet import safe_cell

LONGEST_CELL = 32_000  # characters; a workbook holds 32,767
NARROWEST, WIDEST = 8, 60  # in characters
NO_TITLE = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
LONGEST_TITLE = 31


def xlsx_of(sheets: Iterable[Sheet]) -> bytes:
    """Return tables as one workbook: numbers are numbers, moments are dates, all else is text; headers stay in view."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in sheets:
        _fill(book.create_sheet(_title(sheet.title)), sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _fill(page: Any, sheet: Sheet) -> None:
    for number, row in enumerate([sheet.header, *sheet.rows], start=1):
        for column, value in enumerate(row, start=1):
            _write(page.cell(number, column), value)
    for cell in page[1]:
        cell.font = Font(bold=True)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    for column, name in enumerate(sheet.header):
        longest = max([len(name) / 2, *(len(_shown(row[column])) for row in sheet.rows)])
        page.column_dimensions[get_column_letter(column + 1)].width = min(WIDEST, max(NARROWEST, longest + 2))
    page.freeze_panes = "B2"


def _write(cell: Cell, value: Value) -> None:
    """What is text is stored as text: of itself a workbook takes what begins with = for a formula."""
    if isinstance(value, str):
        cell.value = safe_cell(ILLEGAL_CHARACTERS_RE.sub("", value)[:LONGEST_CELL])
        cell.data_type = TYPE_STRING
    else:
        cell.value = value
        if isinstance(value, datetime):
            cell.number_format = "yyyy-mm-dd hh:mm"


def _title(text: str) -> str:
    return NO_TITLE.sub(" ", text).strip(" '")[:LONGEST_TITLE] or "Sheet"


def _shown(value: Value) -> str:
    return "" if value is None else str(as_text(value))
