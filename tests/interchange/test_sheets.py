"""Sheets in both forms: nothing in them can start a formula."""

from __future__ import annotations

import io
from datetime import datetime

import pytest
from openpyxl import load_workbook

from quizapp.interchange.sheets import Sheet, csv_of
from quizapp.interchange.workbook import xlsx_of

EVIL = ("=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\r=1", " =1", "＝1", "=cmd|'/c calc'!A1", "\x07=1")


def test_a_workbook_holds_numbers_dates_and_text() -> None:
    at = datetime(2026, 10, 4, 9, 30)
    rows = [["Ana", 7, 0.25, at, None], ["Ben\x07", 10, 1.0, at, "x" * 40_000], ["#N/A", None, None, None, "#REF!"]]
    book = load_workbook(io.BytesIO(xlsx_of([Sheet("A/b", ["name", "n", "share", "when", "note"], rows)])))
    page = book["A b"]
    assert [cell.data_type for cell in page[2]] == ["s", "n", "n", "d", "n"]
    assert (page["B2"].value, page["C2"].value, page["D2"].value) == (7, 0.25, at)
    assert page["A3"].value == "Ben"
    assert len(page["E3"].value) == 32_000
    assert [page[cell].data_type for cell in ("A4", "E4")] == ["s", "s"]
    assert page.freeze_panes == "B2"
    assert page.column_dimensions["E"].width == 60


@pytest.mark.parametrize("text", EVIL)
def test_no_cell_starts_a_formula(text: str) -> None:
    sheet = Sheet(text, [text], [[text]])
    page = load_workbook(io.BytesIO(xlsx_of([sheet]))).worksheets[0]
    for cell in (page["A1"], page["A2"]):
        assert cell.data_type == "s"
        assert str(cell.value).startswith("'")
    assert text == "\x07=1" or csv_of(sheet).lstrip('\ufeff"').startswith("'")


def test_a_moment_in_text() -> None:
    assert csv_of(Sheet("", ["when"], [[datetime(2026, 10, 4, 9, 5)]])).splitlines()[1] == "2026-10-04 09:05"
